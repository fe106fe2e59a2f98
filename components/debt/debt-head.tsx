'use client';

import type { DebtRecord } from '@/server/modules/debt/contract';
import { DebtMeta } from './debt-meta';
import { FloorBar } from './floor-bar';

export type DebtHeadProps = {
  workspace: string;
  debt: DebtRecord;
  /** Leaves the call for a decision out, where another one is asked for. */
  quiet?: boolean;
};

/** Title, the line of facts and the product sentence. */
export function DebtHead({ workspace, debt, quiet = false }: DebtHeadProps) {
  return (
    <header>
      <p className="key text-label text-ink-3 md:hidden">{debt.key}</p>
      <h1 className="font-serif text-document font-semibold text-balance [overflow-wrap:anywhere] max-sm:font-sans max-sm:text-title">
        {debt.title}
      </h1>
      <DebtMeta workspace={workspace} debt={debt} />
      {debt.productSentence ? (
        <p className="mt-1.5 font-serif text-product text-ink-2 italic [overflow-wrap:anywhere]">
          {debt.productSentence}
        </p>
      ) : (
        <p className="mt-1.5 text-ink-3">No product sentence yet: what does a user notice of it?</p>
      )}
      {quiet ? null : <FloorBar workspace={workspace} debt={debt} />}
    </header>
  );
}

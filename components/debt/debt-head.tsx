'use client';

import type { DebtRecord } from '@/server/modules/debt/contract';
import { DebtMeta } from './debt-meta';

export type DebtHeadProps = { workspace: string; debt: DebtRecord };

/** Title, the line of facts and the product sentence. */
export function DebtHead({ workspace, debt }: DebtHeadProps) {
  return (
    <header className="flex flex-col">
      <p className="key text-label text-ink-3 md:hidden">{debt.key}</p>
      <h1 className="font-serif text-document font-semibold text-balance [overflow-wrap:anywhere] max-sm:font-sans max-sm:text-title">
        {debt.title}
      </h1>
      <DebtMeta workspace={workspace} debt={debt} className="max-sm:order-1" />
      {debt.productSentence ? (
        <p className="mt-1.5 font-serif text-product text-ink-2 italic [overflow-wrap:anywhere] max-sm:mt-0.5">
          {debt.productSentence}
        </p>
      ) : (
        <p className="mt-1.5 text-ink-3">No product sentence yet: what does a user notice of it?</p>
      )}
    </header>
  );
}

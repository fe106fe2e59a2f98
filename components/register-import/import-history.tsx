'use client';

import { ImportStatusMark } from '@/components/import/import-status-mark';
import { ButtonLink } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { PanelHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { RegisterImportStatus } from '@/server/modules/register-import/contract';
import { importPath } from './import-path';
import { outcomeText } from './import-words';

type Props = { workspace: string; imports: readonly RegisterImportStatus[] };

/** The imports of a workspace, newest first, and what came of each. */
export function ImportHistory({ workspace, imports }: Props) {
  return (
    <section className="mt-8" aria-labelledby="former-imports">
      <PanelHeader title={<span id="former-imports">Former imports</span>} summary="the last 50" />
      <ul className="mt-2 divide-y divide-line rounded-well border border-line bg-surface">
        {imports.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <ImportStatusMark status={one.status} />
            <div className="min-w-0 flex-1 basis-64">
              <p className="truncate">
                <TextLink look="title" href={importPath(workspace, { id: one.id })}>
                  {one.name}
                </TextLink>{' '}
                <span className="text-ink-2">into {one.register}</span>
              </p>
              <p className="text-label text-ink-2">
                <LocalTime at={one.createdAt} form="day-time" />
                {one.createdBy ? `, ${one.createdBy}` : ''} · {sentenceOf(one)}
              </p>
            </div>
            {one.status === 'uploaded' || one.status === 'failed' ? (
              <ButtonLink size="sm" href={importPath(workspace, { id: one.id })}>
                Go on<span className="sr-only"> with {one.name}</span>
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(one: RegisterImportStatus): string {
  if (one.status === 'uploaded') return 'nothing of it is in the register';
  if (one.status === 'running')
    return `${one.filesDone.toLocaleString('en-GB')} of ${one.filesTotal.toLocaleString('en-GB')} records`;
  if (one.status === 'failed') return one.error ?? 'nothing of it is in the register';
  return outcomeText(one);
}

'use client';

import { Undo2 } from 'lucide-react';
import { ImportStatusMark } from '@/components/import/import-status-mark';
import { Button, ButtonLink } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { PanelHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { ImportStatus } from '@/server/modules/debt-import/contract';
import { importPath } from './import-path';
import { outcomeText, undoneText } from './import-words';
import { useUndoImport } from './use-undo-import';

type Props = { workspace: string; imports: readonly ImportStatus[] };

/** The files of a workspace, newest first: what came of each, and the way back. */
export function ImportHistory({ workspace, imports }: Props) {
  const { undo, undoing } = useUndoImport(workspace);
  return (
    <section className="mt-8" aria-labelledby="former-imports">
      <PanelHeader title={<span id="former-imports">Former imports</span>} summary="the last 50 files" />
      <ul className="mt-2 divide-y divide-line rounded-well border border-line bg-surface">
        {imports.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <ImportStatusMark status={one.status} />
            <div className="min-w-0 flex-1 basis-64">
              <p className="truncate">
                <TextLink look="title" href={importPath(workspace, one.id)}>
                  {one.fileName}
                </TextLink>
              </p>
              <p className="text-label text-ink-2">
                <LocalTime at={one.createdAt} form="day-time" />
                {one.createdBy ? `, ${one.createdBy}` : ''} · {sentenceOf(one)}
              </p>
            </div>
            {one.status === 'done' ? (
              <Button size="sm" icon={Undo2} pending={undoing === one.id} onClick={() => undo(one.id)}>
                Undo<span className="sr-only"> the import of {one.fileName}</span>
              </Button>
            ) : null}
            {one.status === 'uploaded' || one.status === 'failed' ? (
              <ButtonLink size="sm" href={importPath(workspace, one.id)}>
                Go on<span className="sr-only"> with {one.fileName}</span>
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(one: ImportStatus): string {
  if (one.status === 'uploaded') return 'nothing of it is in the backlog';
  if (one.status === 'running')
    return `${one.rowsDone.toLocaleString('en-GB')} of ${one.rowsTotal.toLocaleString('en-GB')} debts`;
  if (one.status === 'failed') return one.error ?? 'nothing of it is in the backlog';
  if (one.status === 'undone' && one.undone) return undoneText(one.undone);
  return outcomeText(one);
}

'use client';

import { CircleCheck, FileUp, Undo2 } from 'lucide-react';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import type { ImportStatus } from '@/server/modules/debt-import/contract';
import { debtImportPlace } from './debt-import-place';
import { importedDebtsPath, importPath } from './import-path';
import { counted, undoneText } from './import-words';
import { useUndoImport } from './use-undo-import';

type Props = { workspace: string; status: ImportStatus };

/** What came of an import, the debts it made, and the way back. */
export function ImportSettled({ workspace, status }: Props) {
  const { undo, undoing } = useUndoImport(workspace);
  const isUndone = status.status === 'undone';
  const at = status.finishedAt ?? status.createdAt;
  return (
    <PageFrame
      {...debtImportPlace(workspace).frame}
      actions={
        <ButtonLink href={importPath(workspace)} variant="ghost" icon={FileUp}>
          Another file
        </ButtonLink>
      }
    >
      <p className="mb-1.5 flex items-center gap-2 font-medium text-ink-2" role="status">
        {isUndone ? (
          <Undo2 aria-hidden className="size-4 text-ink-3" />
        ) : (
          <CircleCheck aria-hidden className="size-4 text-ok" />
        )}
        {isUndone ? 'This import was undone' : 'The file came in'}
      </p>
      <PageHeader
        title={status.fileName}
        summary={
          <>
            <LocalTime at={at} form="day-time" />
            {status.createdBy ? `, ${status.createdBy}` : ''}
          </>
        }
      />
      {isUndone && status.undone ? (
        <p className="mt-2 max-w-[40em] font-serif text-summary">{undoneText(status.undone)}</p>
      ) : null}
      <Counts status={status} />
      <div className="mt-4 flex flex-wrap gap-2">
        {!isUndone && status.created > 0 ? (
          <ButtonLink variant="primary" href={importedDebtsPath(workspace, status.id)}>
            See the {counted(status.created, 'new debt')}
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" href={`/w/${workspace}/backlog`}>
            Go to the backlog
          </ButtonLink>
        )}
        {isUndone ? null : (
          <Button icon={Undo2} pending={undoing !== null} onClick={() => undo(status.id)}>
            Undo the import
          </Button>
        )}
      </div>
      {isUndone ? null : (
        <p className="mt-3 max-w-[600px] text-ink-2">
          Undoing deletes the debts that came in and puts changed ones back to what they were. A debt that somebody has
          changed since stays as it is.
        </p>
      )}
    </PageFrame>
  );
}

function Counts({ status }: { status: ImportStatus }) {
  const { created, updated, unchanged, skipped } = status;
  const rows: [string, number, string][] = [
    ['Created', created, 'new in the backlog'],
    ['Updated', updated, 'changed at their source since they last came in'],
    ['Unchanged', unchanged, 'said already what the file says'],
    ['Skipped', skipped, 'repeated in the file, merged or deleted here'],
  ];
  return (
    <div className="mt-4 border-b border-line">
      {rows.map(([title, count, note]) => (
        <LedgerRow key={title} title={title}>
          <b className="mr-3 inline-block w-12 text-right font-semibold tabular-nums">
            {count.toLocaleString('en-GB')}
          </b>
          <span className="text-ink-2">{note}</span>
        </LedgerRow>
      ))}
    </div>
  );
}

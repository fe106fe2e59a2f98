'use client';

import { CircleAlert, CircleCheck, CircleDashed, FileClock, type LucideIcon, Undo2 } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { TONE_TEXT, type Tone } from '@/components/ui/chip';
import { cn } from '@/components/ui/cn';
import { LocalTime } from '@/components/ui/local-time';
import { PanelHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { ImportStatus } from '@/server/modules/debt-import/contract';
import { importPath } from './import-path';
import { outcomeText, undoneText } from './import-words';
import { useUndoImport } from './use-undo-import';

const looks: Record<ImportStatus['status'], { icon: LucideIcon; label: string; tone: Tone }> = {
  uploaded: { icon: FileClock, label: 'Not imported yet', tone: 'warn' },
  running: { icon: CircleDashed, label: 'Coming in', tone: 'accent' },
  done: { icon: CircleCheck, label: 'Imported', tone: 'ok' },
  failed: { icon: CircleAlert, label: 'Not imported', tone: 'danger' },
  undone: { icon: Undo2, label: 'Undone', tone: 'neutral' },
};

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
            <StatusMark status={one.status} />
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

function StatusMark({ status }: { status: ImportStatus['status'] }) {
  const { icon: Icon, label, tone } = looks[status];
  return (
    <span className={cn('flex w-36 shrink-0 items-center gap-1.5 text-label font-medium', TONE_TEXT[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </span>
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

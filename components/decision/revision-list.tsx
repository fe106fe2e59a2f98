'use client';

import { Ellipsis } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { LocalTime } from '@/components/ui/local-time';
import { Menu, MenuItem } from '@/components/ui/menu';
import { TextButton } from '@/components/ui/text-link';
import type { RevisionRow } from '@/server/modules/decision-revision/contract';

type RevisionListProps = {
  revisions: readonly RevisionRow[];
  /** The revisions that are compared now. */
  compared: { from: number; to: number } | null;
  canRestore: boolean;
  onCompare: (from: number, to: number) => void;
  onRead: (revision: RevisionRow) => void;
  onRestore: (revision: RevisionRow) => void;
};

/** "+12 −3 words": what a save added and took out. */
function Words({ added, removed }: Pick<RevisionRow, 'added' | 'removed'>) {
  return (
    <span className="shrink-0 text-label text-ink-2 tabular-nums">
      <span className="sr-only">words added: </span>
      <span className={added > 0 ? 'text-ok' : 'text-ink-3'}>+{added}</span>{' '}
      <span className="sr-only">words removed: </span>
      <span className={removed > 0 ? 'text-danger' : 'text-ink-3'}>−{removed}</span>
    </span>
  );
}

/** Every save of the text, the latest first. */
export function RevisionList({ revisions, compared, canRestore, onCompare, onRead, onRestore }: RevisionListProps) {
  const latest = revisions[0]?.number ?? 1;
  return (
    <section aria-labelledby="revision-list">
      <div className="mb-2.5 flex items-baseline justify-between">
        <h2 id="revision-list" className="font-semibold">
          {revisions.length === 1 ? '1 revision' : `${revisions.length} revisions`}
        </h2>
        <span className="text-label text-ink-3">words</span>
      </div>
      <ol className="flex flex-col gap-1">
        {revisions.map((revision) => {
          const isChosen = compared !== null && compared.to === revision.number;
          return (
            <li
              key={revision.number}
              className={cn('-mx-2 flex items-start gap-2 rounded-control px-2 py-1.5', isChosen && 'bg-sunken')}
            >
              <div className="min-w-0 flex-1">
                {revision.number > 1 ? (
                  <TextButton
                    look="title"
                    aria-current={isChosen ? 'true' : undefined}
                    onClick={() => onCompare(revision.number - 1, revision.number)}
                  >
                    Revision {revision.number}
                  </TextButton>
                ) : (
                  <span className="font-medium">Revision 1</span>
                )}
                <p className="text-label text-ink-2">
                  {revision.author ?? 'Import'}, <LocalTime at={revision.createdAt} form="day-time" />
                </p>
                {revision.note ? <p className="text-label [overflow-wrap:anywhere]">{revision.note}</p> : null}
              </div>
              <Words added={revision.added} removed={revision.removed} />
              <Menu
                align="end"
                trigger={
                  <IconButton icon={Ellipsis} label={`More for revision ${revision.number}`} className="-my-1.25" />
                }
              >
                <MenuItem label="Read it" onSelect={() => setTimeout(() => onRead(revision))} />
                {revision.number < latest ? (
                  <MenuItem label="What changed since" onSelect={() => onCompare(revision.number, latest)} />
                ) : null}
                {canRestore && revision.number < latest ? (
                  <MenuItem label="Restore it…" onSelect={() => setTimeout(() => onRestore(revision))} />
                ) : null}
              </Menu>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

'use client';

import { ArrowRight, CalendarClock, MessageSquare } from 'lucide-react';
import { AgeCell } from '@/components/backlog/age-cell';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import type { DataColumn } from '@/components/table/data-column';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { numberText, revisitWords } from './decision-words';
import type { ListedDecision } from './use-decision-rows';

function TitleCell({ row }: { row: ListedDecision }) {
  const facts = [row.register.name, row.tags.join(', ')].filter(Boolean).join(' · ');
  return (
    <span className="block min-w-0">
      <span className="block truncate font-medium leading-4.5 group-hover/row:text-accent-text" title={row.title}>
        {row.title}
      </span>
      {row.excerpt ? (
        <Excerpt excerpt={row.excerpt} />
      ) : (
        <span className="block truncate text-label text-ink-2">{facts}</span>
      )}
    </span>
  );
}

/** The passage that was found, its words marked. */
export function Excerpt({ excerpt }: { excerpt: NonNullable<ListedDecision['excerpt']> }) {
  return (
    <span className="block truncate text-label text-ink-2">
      {excerpt.map((part, index) =>
        part.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a passage have no other name and never move
          <mark key={index} className="rounded-cell bg-warn-soft font-medium text-ink">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}

function StatusCell({ row }: { row: ListedDecision }) {
  const { register, status, approvals, supersededBy } = row;
  const hint = status === 'unknown' && row.rawStatus ? `The file says “${row.rawStatus}”.` : undefined;
  return (
    <span className="flex items-center gap-2" title={hint}>
      <DecisionStatusChip status={status} />
      {status === 'proposed' && register.approvalsRequired > 0 ? (
        <span className="text-label text-ink-2 tabular-nums" title="Approvals of the current text">
          {approvals} of {register.approvalsRequired}
          <span className="sr-only"> approvals</span>
        </span>
      ) : null}
      {status === 'superseded' && supersededBy ? (
        <span className="inline-flex items-center gap-1 text-label text-accent-text" title={supersededBy.title}>
          <ArrowRight aria-hidden className="size-3.25" />
          <span className="sr-only">by </span>
          {numberText({ number: supersededBy.number, status: 'draft' })}
        </span>
      ) : null}
    </span>
  );
}

/** When it comes back, or why it is due. */
export function RevisitText({ row, today }: { row: Parameters<typeof revisitWords>[0]; today: string }) {
  const words = revisitWords(row, today);
  if (!words) return null;
  return (
    <span
      title={words.hint}
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap',
        words.tone === 'due' ? 'font-medium text-warn' : words.tone === 'unset' ? 'text-ink-3' : 'text-ink-2',
      )}
    >
      {words.tone === 'due' ? <CalendarClock aria-hidden className="size-3.5 shrink-0" /> : null}
      {words.text}
    </span>
  );
}

/** The columns of the list. A day is given to tell how long ago and how far off. */
export function decisionColumns(today: string): DataColumn<ListedDecision>[] {
  return [
    {
      id: 'number',
      header: 'No.',
      headerHint: 'Given on acceptance',
      width: 60,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 2,
      cell: (row) => (
        <span className={cn('whitespace-nowrap text-ink-2', row.number === null && 'text-label')}>
          {numberText(row)}
        </span>
      ),
    },
    {
      id: 'title',
      header: 'Decision',
      minWidth: 300,
      sortable: true,
      isRowHeader: true,
      fixed: true,
      cell: (row) => <TitleCell row={row} />,
    },
    { id: 'status', header: 'Status', width: 150, sortable: true, cell: (row) => <StatusCell row={row} /> },
    {
      id: 'since',
      header: 'Since',
      headerHint: 'Days since the last change of status',
      width: 66,
      align: 'right',
      sortable: true,
      dropOrder: 4,
      cell: (row) => <AgeCell at={row.statusChangedAt} today={today} />,
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 58,
      sortable: true,
      dropOrder: 5,
      cell: ({ owner }) =>
        owner ? (
          <span className="inline-flex" title={owner.name}>
            <Avatar name={owner.name} id={owner.id} size="sm" />
          </span>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    {
      id: 'threads',
      header: 'Threads',
      headerHint: 'Open threads',
      width: 70,
      align: 'right',
      dropOrder: 6,
      cell: ({ openThreads }) =>
        openThreads > 0 ? (
          <span className="inline-flex items-center gap-2 text-ink-2">
            <MessageSquare aria-hidden className="size-3.5" />
            {openThreads}
          </span>
        ) : null,
    },
    {
      id: 'revisit',
      header: 'Revisit',
      width: 152,
      align: 'right',
      sortable: true,
      dropOrder: 1,
      cell: (row) => <RevisitText row={row} today={today} />,
    },
  ];
}

'use client';

import { MessageSquare } from 'lucide-react';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import { Excerpt, RevisitText } from './decision-column';
import { numberText } from './decision-words';
import type { ListedDecision } from './use-decision-rows';

/** A decision as two lines on a phone: number and title over status, register, threads and when it comes back. */
export function PhoneRow({ row, today }: { row: ListedDecision; today: string }) {
  return (
    <span className="flex gap-2">
      <span className="w-7.5 shrink-0 pt-0.5 text-right text-label whitespace-nowrap text-ink-3 tabular-nums">
        {row.number ?? <span title={numberText(row)}>–</span>}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-form font-medium">{row.title}</span>
        <span className="flex min-w-0 items-center gap-2 text-label text-ink-3">
          <DecisionStatusChip status={row.status} bare />
          <span className="min-w-0 flex-1 truncate">
            {row.excerpt ? <Excerpt excerpt={row.excerpt} /> : row.register.name}
          </span>
          {row.openThreads > 0 ? (
            <span className="inline-flex items-center gap-1 text-ink-2 tabular-nums">
              <MessageSquare aria-hidden className="size-3.25" />
              {row.openThreads}
              <span className="sr-only"> open threads</span>
            </span>
          ) : null}
          {row.due ? <RevisitText row={row} today={today} /> : null}
        </span>
      </span>
    </span>
  );
}

'use client';

import { ChevronRight } from 'lucide-react';
import type { VerdictRecord } from '@/server/modules/decision-review/contract';
import { ended, endText, shortDay, verdictText } from './review-words';

/** Answers that hold no more, and how each ended. */
export function ReviewHistory({ history, today }: { history: VerdictRecord[]; today: Date }) {
  if (history.length === 0) return null;
  return (
    <details className="group/history mt-3">
      <summary className="flex cursor-pointer list-none items-center gap-1 text-label text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 group-open/history:rotate-90" />
        {history.length === 1 ? '1 earlier answer' : `${history.length} earlier answers`}
      </summary>
      <ol className="mt-2 flex flex-col gap-2.5 pl-4.5">
        {history.map((verdict) => (
          <li key={verdict.id} className="text-label text-ink-3 [overflow-wrap:anywhere]">
            <span className="font-medium text-ink-2">{verdict.person.name}</span>, {shortDay(verdict.at, today)}:{' '}
            {ended(`${verdictText(verdict).toLowerCase()}${verdict.comment ? `, “${verdict.comment}”` : ''}`)} It was{' '}
            {ended(endText(verdict, today))}
          </li>
        ))}
      </ol>
    </details>
  );
}

'use client';

import { Clock } from 'lucide-react';
import { StateChip } from '@/components/debt/state-chip';
import { SeverityBar } from '@/components/ui/severity-bar';
import { dateToDay } from '@/server/domain/field/day';
import { rankText } from '@/server/domain/scoring/ranking';
import { isStale } from '@/server/domain/scoring/staleness';
import type { RankedRow } from '@/server/modules/backlog/contract';

/** A debt as two lines on a phone: rank, title and score over state, services, effort and severity. */
export function PhoneRow({ row, today }: { row: RankedRow; today: string }) {
  const stale = row.scoredAt !== null && isStale(dateToDay(row.scoredAt), today);
  const facts = [
    row.services.map((service) => service.key).join(', '),
    row.effortDays === null ? 'not set' : `${row.effortDays} d`,
  ];
  return (
    <span className="grid grid-cols-[24px_1fr_auto] items-baseline gap-x-2">
      <span className="text-right text-label text-ink-3 tabular-nums">
        {row.rank === null ? '–' : rankText({ rank: row.rank, tied: row.tied })}
      </span>
      <span className="truncate text-form font-medium">{row.title}</span>
      <b className="text-right text-product font-semibold tabular-nums">
        {row.score === null ? <span className="text-label font-normal text-ink-3">not set</span> : row.score.toFixed(1)}
      </b>
      <span className="col-start-2 flex min-w-0 items-center gap-2 text-label text-ink-3">
        <StateChip state={row.state} bare />
        <span className="truncate">{facts.filter(Boolean).join(' · ')}</span>
        {stale ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-warn">
            <Clock aria-hidden className="size-3.25" />
            stale
          </span>
        ) : null}
      </span>
      <span className="col-start-3 text-right text-label">
        {row.severity === null ? null : <SeverityBar value={row.severity} />}
      </span>
    </span>
  );
}

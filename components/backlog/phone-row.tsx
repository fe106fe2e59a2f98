'use client';

import { Clock } from 'lucide-react';
import { StateChip } from '@/components/debt/state-chip';
import { SeverityBar } from '@/components/ui/severity-bar';
import { dateToDay } from '@/server/domain/field/day';
import { rankText } from '@/server/domain/scoring/ranking';
import { isStale } from '@/server/domain/scoring/staleness';
import type { RankedRow } from '@/server/modules/backlog/contract';

function factsText(row: RankedRow): string {
  const services = row.services.map((service) => service.key).join(', ');
  const effort = row.effortDays === null ? 'not set' : `${row.effortDays} d`;
  return [services, effort].filter(Boolean).join(' · ');
}

/** A debt as two lines on a phone: rank, title and score over state, services, effort and severity. */
export function PhoneRow({ row, today }: { row: RankedRow; today: string }) {
  const stale = row.scoredAt !== null && isStale(dateToDay(row.scoredAt), today);
  return (
    <span className="flex gap-2">
      <span className="w-7.5 shrink-0 pt-0.5 text-right text-label whitespace-nowrap text-ink-3 tabular-nums">
        {row.rank === null ? '–' : rankText({ rank: row.rank, tied: row.tied })}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate text-form font-medium">{row.title}</span>
          {row.score === null ? (
            <span className="text-label text-ink-3">not set</span>
          ) : (
            <b className="text-product font-semibold tabular-nums">{row.score.toFixed(1)}</b>
          )}
        </span>
        <span className="flex min-w-0 items-center gap-2 text-label text-ink-3">
          <StateChip state={row.state} bare />
          <span className="min-w-0 truncate">{factsText(row)}</span>
          {stale ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-warn">
              <Clock aria-hidden className="size-3.25" />
              stale
            </span>
          ) : null}
          {row.severity === null ? null : <SeverityBar value={row.severity} className="ml-auto shrink-0" />}
        </span>
      </span>
    </span>
  );
}

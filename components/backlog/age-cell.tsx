'use client';

import { dateToDay, daysBetween } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { isStale, staleAfterDays } from '@/server/domain/scoring/staleness';

type AgeCellProps = {
  at: Date | null;
  today: string;
  /** Words for never. */
  unset?: string;
  /** A score older than 90 days is said in warn, with the reason on hover. */
  warnsWhenStale?: boolean;
};

/** How long ago, as "3 d", with the full date on hover. */
export function AgeCell({ at, today, unset = '–', warnsWhenStale = false }: AgeCellProps) {
  if (!at) return <span className="text-ink-3">{unset}</span>;
  const day = dateToDay(at);
  const stale = warnsWhenStale && isStale(day, today);
  const said = stale ? `${dayText(day)}: older than ${staleAfterDays} days, so stale. Score it again.` : dayText(day);
  const days = Math.max(0, daysBetween(day, today));
  return (
    <span title={said} className={stale ? 'text-warn' : 'text-ink-2'}>
      {days === 0 ? 'today' : `${days} d`}
      {stale ? <span className="sr-only">, stale</span> : null}
    </span>
  );
}

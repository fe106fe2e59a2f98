import { daysBetween } from '@/server/domain/field/day';

/** A score older than this is stale. Source: maths §2, score freshness. */
export const staleAfterDays = 90;

/** Days since the last score; null when never scored. Both days `YYYY-MM-DD`. */
export function scoreAgeDays(scoredOn: string | null, today: string): number | null {
  return scoredOn === null ? null : daysBetween(scoredOn, today);
}

/** True when the last score is more than 90 days old. A debt that was never scored is unscored, not stale. */
export function isStale(scoredOn: string | null, today: string, afterDays = staleAfterDays): boolean {
  const age = scoreAgeDays(scoredOn, today);
  return age !== null && age > afterDays;
}

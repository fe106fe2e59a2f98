import { daysBetween } from '@/server/domain/field/day';
import type { DecisionStatus } from './status';

/** Why a decision asks to be looked at again, the most urgent first. */
export const dueReasons = ['conditionMet', 'expired', 'revisit'] as const;
export type DueReason = (typeof dueReasons)[number];

/** What decides whether a record is due; days are `YYYY-MM-DD` in UTC. */
export type DueFacts = {
  status: DecisionStatus;
  /** The day on which somebody said that the revisit condition is met. */
  conditionMetOn: string | null;
  /** The last day on which a trade-off holds is the one before. */
  expiresOn: string | null;
  revisitOn: string | null;
};

/** Since when a record is due and why; `overdueDays` is 0 on the first day. */
export type Due = { reason: DueReason; since: string; overdueDays: number };

/**
 * Whether a record is due on a day, and the first reason that holds. Only accepted records come back: before that they
 * are being decided anyway, and what is rejected, deprecated or superseded is in force no more.
 */
export function dueOn(facts: DueFacts, day: string): Due | null {
  if (facts.status !== 'accepted') return null;
  const due = (reason: DueReason, since: string | null): Due | null =>
    since !== null && since <= day ? { reason, since, overdueDays: daysBetween(since, day) } : null;
  return (
    due('conditionMet', facts.conditionMetOn) ?? due('expired', facts.expiresOn) ?? due('revisit', facts.revisitOn)
  );
}

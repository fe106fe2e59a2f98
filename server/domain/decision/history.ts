import type { DecisionStatus } from './status';

/** One change of status; null where an imported history does not say. */
export type Move = { fromStatus: DecisionStatus | null; toStatus: DecisionStatus | null; at: Date };

/**
 * The status and number that a record had just before an instant. `moves` are all its changes of status, the oldest
 * first. A number that acceptance gave was not there before it; one from outside always was.
 */
export function statusOn(
  record: { status: DecisionStatus; number: number | null },
  moves: readonly Move[],
  before: Date,
): { status: DecisionStatus; number: number | null } {
  const made = moves.filter(({ at }) => at < before);
  const status = made.at(-1)?.toStatus ?? moves[made.length]?.fromStatus ?? record.status;
  const accepted = moves.filter(({ toStatus }) => toStatus === 'accepted');
  const wasNumbered = accepted.length === 0 || accepted.some(({ at }) => at < before);
  return { status, number: wasNumbered ? record.number : null };
}

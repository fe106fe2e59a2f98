import { z } from 'zod';
import { type Factors, factor } from '@/server/domain/scoring/score';
import { acceptanceStatus, type DebtState } from '@/server/domain/scoring/state';

/** The workspace's rule: at or above both thresholds a debt is decided explicitly, whatever its score. */
export const severityFloor = z.strictObject({ impact: factor, likelihood: factor });
export type SeverityFloor = z.infer<typeof severityFloor>;

/** Source: maths §1. */
export const defaultSeverityFloor: SeverityFloor = { impact: 5, likelihood: 4 };

/** True when impact and likelihood both reach the floor. Velocity tax and cost play no part. */
export function atSeverityFloor(
  f: Pick<Factors, 'impact' | 'likelihood'>,
  floor: SeverityFloor = defaultSeverityFloor,
): boolean {
  return f.impact >= floor.impact && f.likelihood >= floor.likelihood;
}

export interface FloorCandidate {
  state: DebtState;
  factors: Pick<Factors, 'impact' | 'likelihood'> | null;
  /** `YYYY-MM-DD` or null. */
  acceptedUntil: string | null;
}

/**
 * True when a debt at the floor still waits for a decision: it is open, or its acceptance has expired.
 * Planned, in progress and accepted are decisions; closed debts need none.
 */
export function needsExplicitDecision(
  debt: FloorCandidate,
  today: string,
  floor: SeverityFloor = defaultSeverityFloor,
): boolean {
  if (debt.factors === null || !atSeverityFloor(debt.factors, floor)) return false;
  if (debt.state === 'open') return true;
  return debt.state === 'accepted' && acceptanceStatus(debt.acceptedUntil, today) === 'expired';
}

function threshold(value: number): string {
  return value === 5 ? '5' : `${value} or more`;
}

/** The rule in words: "impact 5, likelihood 4 or more". */
export function floorText(floor: SeverityFloor = defaultSeverityFloor): string {
  return `impact ${threshold(floor.impact)}, likelihood ${threshold(floor.likelihood)}`;
}

import { type Factors, scoreThirds, severityThirds } from '@/server/domain/scoring/score';

export type ScoreDirection = 'up' | 'down' | 'same';
/** By severity alone: a score that fell because the fix got dearer is not better. */
export type ScoreVerdict = 'worse' | 'better' | 'neutral';

/** All effects are exact integers of one sixth of a score point; the two effects add up to `changeSixths`. */
export interface ScoreChange {
  changeSixths: number;
  severityEffectSixths: number;
  costEffectSixths: number;
  direction: ScoreDirection;
  verdict: ScoreVerdict;
}

/**
 * Splits a re-score into what severity did and what cost did, by the exact midpoint rule
 * ΔS = ΔB·(C0+C1)/2 + ΔC·(B0+B1)/2 (maths §1). (4,5,3,C5) → (5,5,5,C2) is −10.0 = +3.5 severity −13.5 cost.
 */
export function explainRescore(before: Factors, after: Factors): ScoreChange {
  const severityBefore = severityThirds(before);
  const severityAfter = severityThirds(after);
  const severityDelta = severityAfter - severityBefore;
  const changeSixths = 2 * (scoreThirds(after) - scoreThirds(before));
  return {
    changeSixths,
    severityEffectSixths: severityDelta * (before.remediationCost + after.remediationCost),
    costEffectSixths: (after.remediationCost - before.remediationCost) * (severityBefore + severityAfter),
    direction: changeSixths > 0 ? 'up' : changeSixths < 0 ? 'down' : 'same',
    verdict: severityDelta > 0 ? 'worse' : severityDelta < 0 ? 'better' : 'neutral',
  };
}

/** Sixths of a point as a number with one decimal, halves away from zero: −81 → −13.5. */
export function displaySixths(sixths: number): number {
  const tenths = Math.floor((Math.abs(sixths) * 20 + 6) / 12);
  return tenths === 0 ? 0 : (Math.sign(sixths) * tenths) / 10;
}

/** Sixths of a point as signed text with a real minus: "+3.5", "−13.5"; "–" when there is no change. */
export function signedText(sixths: number): string {
  const shown = displaySixths(sixths);
  if (shown === 0) return '–';
  return `${shown > 0 ? '+' : '−'}${Math.abs(shown).toFixed(1)}`;
}

/** Direction and verdict in words: "down, worse", "up", "no change". */
export function changeLabel(change: Pick<ScoreChange, 'direction' | 'verdict'>): string {
  if (change.direction === 'same') return change.verdict === 'neutral' ? 'no change' : `no change, ${change.verdict}`;
  return change.verdict === 'neutral' ? `${change.direction}, cost only` : `${change.direction}, ${change.verdict}`;
}

/** Which effect carries the change: "severity", "cost", "severity and cost", or null when neither moved. */
export function changeCause(change: Pick<ScoreChange, 'severityEffectSixths' | 'costEffectSixths'>): string | null {
  const bySeverity = change.severityEffectSixths !== 0;
  const byCost = change.costEffectSixths !== 0;
  if (bySeverity && byCost) return 'severity and cost';
  if (bySeverity) return 'severity';
  return byCost ? 'cost' : null;
}

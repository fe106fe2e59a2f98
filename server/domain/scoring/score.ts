import { z } from 'zod';

/** The four factors in the order in which they are asked and printed. */
export const factorNames = ['impact', 'likelihood', 'velocityTax', 'remediationCost'] as const;
export type FactorName = (typeof factorNames)[number];

export const lowestFactor = 1;
export const highestFactor = 5;

/** Four integers from 1 to 5. Remediation cost is inverse: 5 is the cheapest to repay. */
export interface Factors {
  impact: number;
  likelihood: number;
  velocityTax: number;
  remediationCost: number;
}

/** Factors while somebody is still answering: unanswered ones are absent, null or undefined. */
export type PartialFactors = { readonly [name in FactorName]?: number | null | undefined };

function sent(input: unknown): string {
  if (typeof input === 'string') return JSON.stringify(input.length > 20 ? `${input.slice(0, 20)}…` : input);
  if (typeof input === 'number') return String(input);
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'an object' : String(input);
}

function factorError(issue: { input?: unknown }): string {
  const wanted = 'a whole number from 1 to 5';
  return issue.input === undefined ? `Give ${wanted}` : `Must be ${wanted}, not ${sent(issue.input)}`;
}

/** One factor: an integer from 1 to 5. The message says what was sent and what would be right. */
export const factor = z
  .number({ error: factorError })
  .int({ error: factorError })
  .min(lowestFactor, { error: factorError })
  .max(highestFactor, { error: factorError });

/** All four factors, nothing else. */
export const factors = z.strictObject({
  impact: factor,
  likelihood: factor,
  velocityTax: factor,
  remediationCost: factor,
});

/** Severity in thirds, I + L + V: an integer from 3 to 15. Divide by 3 only to display. Source: maths §1. */
export function severityThirds(f: Pick<Factors, 'impact' | 'likelihood' | 'velocityTax'>): number {
  return f.impact + f.likelihood + f.velocityTax;
}

/** Score in thirds, (I + L + V) × C: an integer from 3 to 75. Divide by 3 only to display. Source: maths §1. */
export function scoreThirds(f: Factors): number {
  return severityThirds(f) * f.remediationCost;
}

/** An integer number of thirds as a number with one decimal, halves away from zero: 40 → 13.3. */
export function displayScore(thirds: number): number {
  const tenths = Math.floor((Math.abs(thirds) * 20 + 3) / 6);
  return tenths === 0 ? 0 : (Math.sign(thirds) * tenths) / 10;
}

/** The same as text, always with its decimal: 60 → "20.0". */
export function scoreText(thirds: number): string {
  return displayScore(thirds).toFixed(1);
}

function isAnswered(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

/** The four factors when all are answered, otherwise null. */
export function completeFactors(partial: PartialFactors): Factors | null {
  const { impact, likelihood, velocityTax, remediationCost } = partial;
  if (!isAnswered(impact) || !isAnswered(likelihood) || !isAnswered(velocityTax)) return null;
  return isAnswered(remediationCost) ? { impact, likelihood, velocityTax, remediationCost } : null;
}

/** Names of the factors that have no answer yet, in asking order. */
export function unansweredFactors(partial: PartialFactors): FactorName[] {
  return factorNames.filter((name) => !isAnswered(partial[name]));
}

function fill(partial: PartialFactors, value: number): Factors {
  return {
    impact: partial.impact ?? value,
    likelihood: partial.likelihood ?? value,
    velocityTax: partial.velocityTax ?? value,
    remediationCost: partial.remediationCost ?? value,
  };
}

export interface ThirdsRange {
  minThirds: number;
  maxThirds: number;
}

/** Lowest and highest score (in thirds) that the unanswered factors still allow; equal when all are answered. */
export function scoreRange(partial: PartialFactors): ThirdsRange {
  return {
    minThirds: scoreThirds(fill(partial, lowestFactor)),
    maxThirds: scoreThirds(fill(partial, highestFactor)),
  };
}

/** Lowest and highest severity (in thirds) that the unanswered factors still allow. */
export function severityRange(partial: PartialFactors): ThirdsRange {
  return {
    minThirds: severityThirds(fill(partial, lowestFactor)),
    maxThirds: severityThirds(fill(partial, highestFactor)),
  };
}

/** A range of thirds as text: "3.0 to 15.0", or "17.3" when both ends are the same. */
export function rangeText(range: ThirdsRange): string {
  const low = scoreText(range.minThirds);
  return range.minThirds === range.maxThirds ? low : `${low} to ${scoreText(range.maxThirds)}`;
}

/** How the score is computed, with the names of what is not answered: "(3 + 4 + 2) × cost ÷ 3". */
export function formulaText(partial: PartialFactors): string {
  const impact = partial.impact ?? 'impact';
  const likelihood = partial.likelihood ?? 'likelihood';
  const velocityTax = partial.velocityTax ?? 'velocity tax';
  return `(${impact} + ${likelihood} + ${velocityTax}) × ${partial.remediationCost ?? 'cost'} ÷ 3`;
}

import type { Quadrant } from '@/server/domain/scoring/quadrant';
import {
  completeFactors,
  displayScore,
  type Factors,
  type PartialFactors,
  scoreThirds,
  severityThirds,
} from '@/server/domain/scoring/score';
import type { SeverityFloor } from '@/server/domain/scoring/severity-floor';
import type { Closure, DebtState } from '@/server/domain/scoring/state';

/** Where a debt came from; `url` leads to the original. */
export interface ExportSource {
  system: string;
  key: string;
  url: string | null;
}

/** One debt with everything that an export prints. Days are `YYYY-MM-DD`; empty text means not written. */
export interface ExportRow extends PartialFactors {
  key: string;
  title: string;
  /** Markdown. */
  description: string;
  productSentence: string;
  state: DebtState;
  closedAs: Closure | null;
  impact: number | null;
  likelihood: number | null;
  velocityTax: number | null;
  remediationCost: number | null;
  effortHalfDays: number | null;
  interestHoursPerMonth: number | null;
  quadrant: Quadrant | null;
  /** One of the known verdicts, or a person's own words. */
  notDebtReason: string | null;
  /** Names as people read them. */
  owner: string | null;
  team: string | null;
  /** Service keys. */
  services: readonly string[];
  labels: readonly string[];
  repaymentPlan: string;
  revisitOn: string | null;
  acceptedUntil: string | null;
  incurredOn: string | null;
  scoredOn: string | null;
  sourceRefs: readonly ExportSource[];
}

/** A view of the backlog at one instant, ready to be written in any format. */
export interface ExportDocument {
  workspaceName: string;
  /** UTC instant, RFC 3339. */
  generatedAt: string;
  /** The view in words: "Not closed, any team, sorted by score". */
  filterSentence: string;
  model: { name: string; version: number };
  floor: SeverityFloor;
  /** In the order of the view. */
  rows: readonly ExportRow[];
}

/** What a document says before its rows. */
export type ExportHead = Omit<ExportDocument, 'rows'>;

/** The day on which the document was made, in UTC. */
export function documentDay(document: Pick<ExportDocument, 'generatedAt'>): string {
  return document.generatedAt.slice(0, 10);
}

/** The four factors of a row, or null while one is missing. */
export function rowFactors(row: ExportRow): Factors | null {
  return completeFactors(row);
}

/** Score with one decimal, or null while a factor is missing. */
export function rowScore(row: ExportRow): number | null {
  const factors = completeFactors(row);
  return factors === null ? null : displayScore(scoreThirds(factors));
}

/** Severity with one decimal, or null while one of its three factors is missing; it does not need the cost. */
export function rowSeverity(row: ExportRow): number | null {
  const { impact, likelihood, velocityTax } = row;
  if (impact === null || likelihood === null || velocityTax === null) return null;
  return displayScore(severityThirds({ impact, likelihood, velocityTax }));
}

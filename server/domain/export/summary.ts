import { documentDay, type ExportDocument, type ExportRow, rowFactors } from '@/server/domain/export/export-document';
import { coverageText, halfDaysToDays, hasEnoughCoverage, principalOf } from '@/server/domain/scoring/cost';
import { type Rank, rankByScore } from '@/server/domain/scoring/ranking';
import { type Factors, scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import { atSeverityFloor, needsExplicitDecision } from '@/server/domain/scoring/severity-floor';
import { isStale } from '@/server/domain/scoring/staleness';
import { isClosed } from '@/server/domain/scoring/state';

export interface RankedRow {
  row: ExportRow;
  factors: Factors;
  scoreThirds: number;
  rank: Rank;
}

export interface FigureLine {
  label: string;
  text: string;
}

/** A view sorted into what a meeting needs: the lane of explicit decisions, the ranked, the unscored, the closed. */
export interface ExportSummary {
  /** Not closed and scored, by score, then severity, then key. */
  ranked: RankedRow[];
  /** Not closed, at least one factor missing. */
  unscored: ExportRow[];
  closed: ExportRow[];
  /** At the severity floor and nobody has decided. */
  undecided: RankedRow[];
  /** At the severity floor, and planned, in progress or accepted. */
  decided: RankedRow[];
  figures: FigureLine[];
}

/** Orders keys as people count: TD-9 before TD-12. */
export function compareKeys(a: string, b: string): number {
  const numberOf = (key: string) => Number(/(\d+)$/.exec(key)?.[1] ?? Number.NaN);
  const difference = numberOf(a) - numberOf(b);
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : a > b ? 1 : 0) : difference;
}

function rankedRows(rows: readonly ExportRow[]): RankedRow[] {
  const scored = rows.flatMap((row) => {
    const factors = rowFactors(row);
    return factors === null ? [] : [{ row, factors, scoreThirds: scoreThirds(factors) }];
  });
  const ranks = rankByScore(scored.map((item) => ({ id: item.row.key, scoreThirds: item.scoreThirds })));
  return scored
    .map((item) => ({ ...item, rank: ranks.get(item.row.key) ?? { rank: 1, tied: false } }))
    .sort(
      (a, b) =>
        b.scoreThirds - a.scoreThirds ||
        severityThirds(b.factors) - severityThirds(a.factors) ||
        compareKeys(a.row.key, b.row.key),
    );
}

function countText(count: number, all: number): string {
  return all === 0 ? 'none' : `${count} of ${all}, ${Math.round((100 * count) / all)} %`;
}

function effortFigure(rows: readonly ExportRow[]): string {
  const principal = principalOf(rows);
  if (!hasEnoughCoverage(principal)) return coverageText(principal);
  const days = halfDaysToDays(principal.halfDays);
  const assumed = halfDaysToDays(principal.defaultHalfDays);
  const rest = assumed > 0 ? `; defaults for the rest would add ${assumed} days` : '';
  return `${days} days of work, ${coverageText(principal)}${rest}`;
}

function interestFigure(rows: readonly ExportRow[]): string {
  const known = rows.flatMap((row) => (row.interestHoursPerMonth === null ? [] : [row.interestHoursPerMonth]));
  const coverage = { estimated: known.length, all: rows.length };
  if (!hasEnoughCoverage(coverage)) return coverageText(coverage);
  const hours = Math.round(known.reduce((sum, value) => sum + value, 0) * 10) / 10;
  return `${hours} hours a month, ${coverageText(coverage)}`;
}

function severityFigure(ranked: readonly RankedRow[]): string {
  if (ranked.length === 0) return 'nothing scored';
  const counts = [5, 4, 3, 2, 1].map((severity) => ({
    severity,
    count: ranked.filter((item) => Math.round(severityThirds(item.factors) / 3) === severity).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} at ${severity}`);
  return `${parts.join(', ')} (rounded, 5 is the worst)`;
}

/** Sorts and sums up the rows of a document, as of the day it was made. Scores are never summed (maths §1). */
export function summarise(document: ExportDocument): ExportSummary {
  const today = documentDay(document);
  const open = document.rows.filter((row) => !isClosed(row.state));
  const ranked = rankedRows(open);
  const atFloor = ranked.filter((item) => atSeverityFloor(item.factors, document.floor));
  const isUndecided = ({ row, factors }: RankedRow) =>
    needsExplicitDecision({ state: row.state, factors, acceptedUntil: row.acceptedUntil }, today, document.floor);
  const fresh = ranked.filter(({ row }) => row.scoredOn !== null && !isStale(row.scoredOn, today)).length;
  const closed = document.rows.filter((row) => isClosed(row.state));
  return {
    ranked,
    unscored: open.filter((row) => rowFactors(row) === null),
    closed,
    undecided: atFloor.filter(isUndecided),
    decided: atFloor.filter((item) => !isUndecided(item)),
    figures: [
      { label: 'Debts', text: closed.length > 0 ? `${open.length}, and ${closed.length} closed` : String(open.length) },
      { label: 'Scored', text: countText(ranked.length, open.length) },
      { label: 'Scored in the last 90 days', text: countText(fresh, open.length) },
      { label: 'Severity', text: severityFigure(ranked) },
      { label: 'Effort', text: effortFigure(open) },
      { label: 'Interest', text: interestFigure(open) },
    ],
  };
}

import {
  type ExportDocument,
  type ExportHead,
  type ExportRow,
  rowFactors,
  rowScore,
  rowSeverity,
} from '@/server/domain/export/export-document';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { type Rank, rankByScore } from '@/server/domain/scoring/ranking';
import { scoreThirds } from '@/server/domain/scoring/score';
import { atSeverityFloor } from '@/server/domain/scoring/severity-floor';
import { isClosed } from '@/server/domain/scoring/state';

/** Raised when a field changes its meaning or goes away; new fields do not raise it. */
export const jsonFormatVersion = 1;

/** Ranks of the debts that are not closed and have a score, by key. */
export function ranksOf(rows: readonly ExportRow[]): Map<string, Rank> {
  return rankByScore(
    rows.flatMap((row) => {
      const factors = rowFactors(row);
      return factors === null || isClosed(row.state) ? [] : [{ id: row.key, scoreThirds: scoreThirds(factors) }];
    }),
  );
}

function jsonDebt(row: ExportRow, rank: Rank | undefined, head: ExportHead) {
  const factors = rowFactors(row);
  return {
    key: row.key,
    title: row.title,
    description: row.description,
    productSentence: row.productSentence,
    state: row.state,
    closedAs: row.closedAs,
    impact: row.impact,
    likelihood: row.likelihood,
    velocityTax: row.velocityTax,
    remediationCost: row.remediationCost,
    score: rowScore(row),
    severity: rowSeverity(row),
    rank: rank?.rank ?? null,
    tied: rank?.tied ?? false,
    atSeverityFloor: factors !== null && atSeverityFloor(factors, head.floor),
    effortDays: row.effortHalfDays === null ? null : halfDaysToDays(row.effortHalfDays),
    interestHoursPerMonth: row.interestHoursPerMonth,
    quadrant: row.quadrant,
    notDebtReason: row.notDebtReason,
    owner: row.owner,
    team: row.team,
    services: row.services,
    labels: row.labels,
    repaymentPlan: row.repaymentPlan,
    revisitOn: row.revisitOn,
    acceptedUntil: row.acceptedUntil,
    incurredOn: row.incurredOn,
    scoredOn: row.scoredOn,
    sourceRefs: row.sourceRefs,
  };
}

/** One debt of a JSON export. Numbers are numbers, days `YYYY-MM-DD`, empty text means not written. */
export type JsonDebt = ReturnType<typeof jsonDebt>;

/** The whole of a JSON export, as `JSON.parse` gives it back. */
export interface JsonExport {
  format: 'paydown.debts';
  version: number;
  workspace: string;
  generatedAt: string;
  filter: string;
  model: ExportDocument['model'];
  severityFloor: ExportDocument['floor'];
  count: number;
  debts: JsonDebt[];
}

/** The beginning of the file, up to its first debt. `count` is how many will follow. */
export function jsonHead(head: ExportHead, count: number): string {
  const said: Omit<JsonExport, 'debts'> = {
    format: 'paydown.debts',
    version: jsonFormatVersion,
    workspace: head.workspaceName,
    generatedAt: head.generatedAt,
    filter: head.filterSentence,
    model: head.model,
    severityFloor: head.floor,
    count,
  };
  return `${JSON.stringify(said).slice(0, -1)},"debts":[`;
}

/** One debt on a line of its own. */
export function jsonRecord(row: ExportRow, rank: Rank | undefined, head: ExportHead, isFirst: boolean): string {
  return `${isFirst ? '\n' : ',\n'}${JSON.stringify(jsonDebt(row, rank, head))}`;
}

export const jsonEnd = '\n]}\n';

/** The file piece by piece: the head, then one debt a line; the pieces joined are one JSON object (`JsonExport`). */
export function* jsonPieces(document: ExportDocument): Generator<string, void, undefined> {
  const ranks = ranksOf(document.rows);
  yield jsonHead(document, document.rows.length);
  for (const [index, row] of document.rows.entries()) {
    yield jsonRecord(row, ranks.get(row.key), document, index === 0);
  }
  yield jsonEnd;
}

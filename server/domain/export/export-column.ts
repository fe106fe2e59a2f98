import { type ExportRow, type ExportSource, rowScore, rowSeverity } from '@/server/domain/export/export-document';
import { joinList } from '@/server/domain/field/list-cell';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { notDebtText, quadrantGuides } from '@/server/domain/scoring/quadrant';
import { rubric } from '@/server/domain/scoring/rubric';
import { closureLabels, stateLabels } from '@/server/domain/scoring/state';

export type ExportColumn = { header: string; width: number } & (
  | { kind: 'text'; value: (row: ExportRow) => string | null }
  | { kind: 'number'; decimals?: number; value: (row: ExportRow) => number | null }
  | { kind: 'day'; value: (row: ExportRow) => string | null }
);

function sourceText({ system, key, url }: ExportSource): string {
  return [system, key, url].filter(Boolean).join(' ');
}

function days(halfDays: number | null): number | null {
  return halfDays === null ? null : halfDaysToDays(halfDays);
}

/** Why a debt was withdrawn stands beside its state, where the importer reads it back. */
function stateText({ state, closedAs }: ExportRow): string {
  const label = stateLabels[state];
  return state === 'withdrawn' && closedAs ? `${label} (${closureLabels[closedAs].toLowerCase()})` : label;
}

/** The columns of every table export, in order. The headers are what the importer recognises: do not rename. */
export const exportColumns: readonly ExportColumn[] = [
  { header: 'Key', width: 9, kind: 'text', value: (row) => row.key },
  { header: 'Title', width: 44, kind: 'text', value: (row) => row.title },
  { header: 'State', width: 24, kind: 'text', value: stateText },
  { header: 'Score', width: 8, kind: 'number', decimals: 1, value: rowScore },
  { header: 'Severity', width: 9, kind: 'number', decimals: 1, value: rowSeverity },
  { header: rubric.impact.label, width: 8, kind: 'number', value: (row) => row.impact },
  { header: rubric.likelihood.label, width: 10, kind: 'number', value: (row) => row.likelihood },
  { header: rubric.velocityTax.label, width: 11, kind: 'number', value: (row) => row.velocityTax },
  { header: rubric.remediationCost.label, width: 16, kind: 'number', value: (row) => row.remediationCost },
  { header: 'Effort (days)', width: 13, kind: 'number', value: (row) => days(row.effortHalfDays) },
  { header: 'Interest (hours per month)', width: 25, kind: 'number', value: (row) => row.interestHoursPerMonth },
  { header: 'Quadrant', width: 21, kind: 'text', value: (row) => row.quadrant && quadrantGuides[row.quadrant].label },
  {
    header: 'Not debt because',
    width: 20,
    kind: 'text',
    value: (row) => row.notDebtReason && notDebtText(row.notDebtReason),
  },
  { header: 'Owner', width: 18, kind: 'text', value: (row) => row.owner },
  { header: 'Team', width: 14, kind: 'text', value: (row) => row.team },
  { header: 'Services', width: 20, kind: 'text', value: (row) => joinList(row.services) },
  { header: 'Labels', width: 20, kind: 'text', value: (row) => joinList(row.labels) },
  { header: 'Product sentence', width: 50, kind: 'text', value: (row) => row.productSentence },
  { header: 'Repayment plan', width: 50, kind: 'text', value: (row) => row.repaymentPlan },
  { header: 'Revisit on', width: 12, kind: 'day', value: (row) => row.revisitOn },
  { header: 'Accepted until', width: 14, kind: 'day', value: (row) => row.acceptedUntil },
  { header: 'Incurred on', width: 12, kind: 'day', value: (row) => row.incurredOn },
  { header: 'Scored on', width: 12, kind: 'day', value: (row) => row.scoredOn },
  { header: 'Description', width: 60, kind: 'text', value: (row) => row.description },
  { header: 'Source', width: 30, kind: 'text', value: (row) => joinList(row.sourceRefs.map(sourceText)) },
];

import type { ExportRow, ExportSource } from '@/server/domain/export/export-document';
import { dateToDay } from '@/server/domain/field/day';
import { daysToHalfDays } from '@/server/domain/scoring/cost';
import type { RankedRow } from '@/server/modules/backlog/contract';

type Texts = { description: string; repaymentPlan: string; sources: ExportSource[] };

/** A listed debt and its long texts as a row of an export. A debt deleted in between has lost its texts. */
export function presentExportRow(row: RankedRow, texts: Texts | undefined): ExportRow {
  const { key, title, productSentence, state, closedAs, impact, likelihood, velocityTax, remediationCost } = row;
  return {
    key,
    title,
    productSentence,
    state,
    closedAs,
    impact,
    likelihood,
    velocityTax,
    remediationCost,
    description: texts?.description ?? '',
    effortHalfDays: row.effortDays === null ? null : daysToHalfDays(row.effortDays),
    interestHoursPerMonth: row.interestHoursPerMonth,
    quadrant: row.quadrant,
    notDebtReason: row.notDebtReason,
    owner: row.owner?.name ?? null,
    team: row.team?.name ?? null,
    services: row.services.map((service) => service.key),
    labels: row.labels,
    repaymentPlan: texts?.repaymentPlan ?? '',
    revisitOn: row.revisitOn,
    acceptedUntil: row.acceptedUntil,
    incurredOn: row.incurredOn,
    scoredOn: row.scoredAt && dateToDay(row.scoredAt),
    sourceRefs: texts?.sources ?? [],
  };
}

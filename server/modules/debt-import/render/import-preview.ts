import type { WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import { changedAtSource, type DraftField, type DraftFields, fieldsOfDraft } from '@/server/domain/importing/draft-fields';
import type { ImportAction } from '@/server/domain/importing/plan-import';
import type { DebtForUpdate, StoredImport } from '../repo';

const valueLength = 160;

/** The fields as the debt has them now, in the same units as those read from a file. */
export function fieldsOfDebt(debt: DebtForUpdate): DraftFields {
  const day = (date: Date | null) => date && dateToDay(date);
  return {
    title: debt.title,
    description: debt.description,
    productSentence: debt.productSentence,
    repaymentPlan: debt.repaymentPlan,
    state: debt.state,
    closedAs: debt.closedAs,
    impact: debt.impact,
    likelihood: debt.likelihood,
    velocityTax: debt.velocityTax,
    remediationCost: debt.remediationCost,
    effortHalfDays: debt.effortHalfDays,
    interestMinutesPerMonth: debt.interestMinutesPerMonth,
    quadrant: debt.quadrant,
    notDebtReason: debt.notDebtReason,
    ownerId: debt.ownerId,
    teamId: debt.teamId,
    serviceIds: debt.services.map((link) => link.serviceId).sort(),
    labels: [...debt.labels].sort(),
    incurredOn: day(debt.incurredOn),
    revisitOn: day(debt.revisitOn),
    acceptedUntil: day(debt.acceptedUntil),
    reportedBy: debt.reportedBy,
  };
}

/** What was read from this source the last time, or null for a debt that never came from it. */
export function lastReadOf(debt: DebtForUpdate): Partial<DraftFields> | null {
  const read = debt.sources[0]?.read;
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Partial<DraftFields>) : null;
}

export type NamesById = ReadonlyMap<string, string>;

function shown(value: unknown, names: NamesById): string {
  if (value === null || value === undefined || value === '') return 'not set';
  if (Array.isArray(value)) return value.map((one) => shown(one, names)).join(', ') || 'none';
  const text = names.get(String(value)) ?? String(value);
  return text.length > valueLength ? `${text.slice(0, valueLength)}…` : text;
}

/** The changes that an update would make, as words. */
export function describeUpdate(
  scope: WorkspaceScope,
  action: Extract<ImportAction, { kind: 'update' }>,
  debt: DebtForUpdate,
  names: NamesById,
) {
  const now = fieldsOfDebt(debt);
  const read = fieldsOfDraft(action.draft);
  const fields = changedAtSource(lastReadOf(debt), read).filter(
    (field: DraftField) => JSON.stringify(now[field]) !== JSON.stringify(read[field]),
  );
  return {
    row: action.draft.row,
    key: `${scope.debtPrefix}-${debt.number}`,
    title: debt.title,
    fields: fields.map((field) => ({ field, from: shown(now[field], names), to: shown(read[field], names) })),
  };
}

function countOf(result: unknown, name: string): number {
  const value: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, name) : 0;
  return typeof value === 'number' ? value : 0;
}

/** The state of an import as anybody may see it, without the file itself. */
export function presentImport(stored: StoredImport) {
  return {
    id: stored.id,
    fileName: stored.fileName,
    status: stored.status,
    rowsDone: stored.rowsDone,
    rowsTotal: stored.rowsTotal,
    created: countOf(stored.result, 'created'),
    updated: countOf(stored.result, 'updated'),
    unchanged: countOf(stored.result, 'unchanged'),
    skipped: countOf(stored.result, 'skipped'),
    error: stored.error,
    createdBy: stored.createdBy?.user.name ?? null,
    createdAt: stored.createdAt,
    finishedAt: stored.finishedAt,
  };
}


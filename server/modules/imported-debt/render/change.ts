import { dateToDay } from '@/server/domain/field/day';
import type { DebtDraft } from '@/server/domain/importing/debt-draft';
import {
  changedAtSource,
  type DraftField,
  type DraftFields,
  fieldsOfDraft,
} from '@/server/domain/importing/draft-fields';
import type { ImportAction } from '@/server/domain/importing/plan-import';
import type { DebtForUpdate } from '../repo';
import { givenKeyOf, sourceKeyOf } from './import-rows';
import { type NamesById, valueWords } from './value-words';

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

/** What was read of this row's origin the last time, or null for a debt that never came from it. */
function lastReadOf(draft: DebtDraft, debt: DebtForUpdate): Partial<DraftFields> | null {
  const key = sourceKeyOf(draft);
  const isKeyless = (stored: string) => draft.sourceKey === null && givenKeyOf(stored) === null;
  const source = debt.sources.find((one) => one.key === key) ?? debt.sources.find((one) => isKeyless(one.key));
  const read = source?.read;
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Partial<DraftFields>) : null;
}

/** The fields that an update writes: those that changed at the source and are not what the debt says already. */
export function fieldsToWrite(draft: DebtDraft, debt: DebtForUpdate): DraftField[] {
  const now = fieldsOfDebt(debt);
  const read = fieldsOfDraft(draft);
  return changedAtSource(lastReadOf(draft, debt), read).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(read[field]),
  );
}

/** The changes that an update would make, as words. */
export function describeUpdate(
  action: Extract<ImportAction, { kind: 'update' }>,
  debt: DebtForUpdate,
  names: NamesById,
) {
  const now = fieldsOfDebt(debt);
  const read = fieldsOfDraft(action.draft);
  return {
    row: action.draft.row,
    key: action.debtKey,
    title: debt.title,
    fields: fieldsToWrite(action.draft, debt).map((field) => ({
      field,
      from: valueWords(field, now[field], names),
      to: valueWords(field, read[field], names),
    })),
  };
}

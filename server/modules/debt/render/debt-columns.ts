import type { WorkspaceScope } from '@/server/access/scope';
import type { ChangedFacts, DebtFacts } from '@/server/domain/debt/change';
import { dateToDay, dayToDate } from '@/server/domain/field/day';
import type { DebtChange } from '../contract';
import type { DebtColumns, StoredDebt } from '../repo';
import { debtKeyOf } from './debt-record';

/** The facts on which rules bear. Named one by one: what else is stored must not come back as columns to write. */
export function factsOf(scope: WorkspaceScope, debt: StoredDebt): DebtFacts {
  return {
    impact: debt.impact,
    likelihood: debt.likelihood,
    velocityTax: debt.velocityTax,
    remediationCost: debt.remediationCost,
    state: debt.state,
    closedAs: debt.closedAs,
    stateReason: debt.stateReason,
    acceptedUntil: debt.acceptedUntil && dateToDay(debt.acceptedUntil),
    mergedInto: debt.mergedInto && debtKeyOf(scope, debt.mergedInto.number),
    quadrant: debt.quadrant,
    notDebtReason: debt.notDebtReason,
  };
}

function dateOrNull(day: string | null | undefined): Date | null | undefined {
  return day ? dayToDate(day) : day === null ? null : undefined;
}

/** The columns that a change writes as they are, in the units of the database. Absent fields stay absent. */
export function plainColumns(change: DebtChange): DebtColumns {
  const { effortDays, interestHoursPerMonth } = change;
  return {
    title: change.title,
    description: change.description,
    productSentence: change.productSentence,
    labels: change.labels,
    repaymentPlan: change.repaymentPlan,
    revisitTrigger: change.revisitTrigger,
    revisitOn: dateOrNull(change.revisitOn),
    incurredOn: dateOrNull(change.incurredOn),
    effortHalfDays: typeof effortDays === 'number' ? Math.round(effortDays * 2) : effortDays,
    interestMinutesPerMonth:
      typeof interestHoursPerMonth === 'number' ? Math.round(interestHoursPerMonth * 60) : interestHoursPerMonth,
  };
}

/** The columns that follow from the rules: state, factors, score, verdict. */
export function ruledColumns(changed: ChangedFacts, at: Date): DebtColumns {
  const { mergedInto, ...facts } = changed.facts;
  return {
    ...facts,
    acceptedUntil: dateOrNull(facts.acceptedUntil),
    scoreThirds: changed.scoreThirds,
    severityThirds: changed.severityThirds,
    ...(changed.stateChanged ? { stateChangedAt: at } : {}),
    ...(changed.score ? { scoredAt: at } : {}),
    // A debt with an answer taken back has no score, so it has no age either.
    ...(changed.scoreThirds === null ? { scoredAt: null } : {}),
    ...(mergedInto === null ? { mergedIntoId: null } : {}),
  };
}

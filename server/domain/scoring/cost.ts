import type { FactorLevel } from '@/server/domain/scoring/rubric';

export const hoursPerDay = 8;
export const halfDaysPerDay = 2;
export const monthsPerQuarter = 3;

/** Effort assumed from remediation cost when nobody has estimated, in half-days. Source: maths §3. */
export const defaultEffortHalfDays: Readonly<Record<FactorLevel, number>> = { 5: 4, 4: 10, 3: 20, 2: 60, 1: 120 };
export type EffortTable = Readonly<Record<FactorLevel, number>>;

/** 18 half-days → 9 days. Exact: halves are exact in binary. */
export function halfDaysToDays(halfDays: number): number {
  return halfDays / halfDaysPerDay;
}

/** 4.5 days → 9 half-days. Returns null when the days are not a whole number of half-days, or negative. */
export function daysToHalfDays(days: number): number | null {
  const halfDays = days * halfDaysPerDay;
  return Number.isSafeInteger(halfDays) && halfDays >= 0 ? halfDays : null;
}

export interface Effort {
  halfDays: number;
  /** True when the figure comes from the table and not from a person: show it as such. */
  isDefault: boolean;
}

function tableEffort(remediationCost: number, table: EffortTable): number | null {
  switch (remediationCost) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return table[remediationCost];
    default:
      return null;
  }
}

/** The estimate when there is one, else the table's figure for the remediation cost (flagged), else null. */
export function effortOf(
  debt: { effortHalfDays: number | null; remediationCost: number | null },
  table: EffortTable = defaultEffortHalfDays,
): Effort | null {
  if (debt.effortHalfDays !== null) return { halfDays: debt.effortHalfDays, isDefault: false };
  const assumed = debt.remediationCost === null ? null : tableEffort(debt.remediationCost, table);
  return assumed === null ? null : { halfDays: assumed, isDefault: true };
}

/**
 * Quarters until the repayment has paid for itself: effort hours ÷ (3 × interest hours per month), at 8 h a day.
 * Null without an estimate or without interest: interest is never inferred. Source: maths §2.
 */
export function paybackQuarters(effortHalfDays: number | null, interestHoursPerMonth: number | null): number | null {
  if (effortHalfDays === null || interestHoursPerMonth === null || interestHoursPerMonth <= 0) return null;
  return (halfDaysToDays(effortHalfDays) * hoursPerDay) / (monthsPerQuarter * interestHoursPerMonth);
}

/** Below this share of estimated items a total or ratio is not shown, in hundredths. Source: maths §2. */
export const enoughCoveragePercent = 60;

export interface Coverage {
  estimated: number;
  all: number;
}

/** True when at least 60 % of a non-empty set is estimated. Integer arithmetic, so exactly 60 % is enough. */
export function hasEnoughCoverage({ estimated, all }: Coverage): boolean {
  return all > 0 && estimated * 100 >= enoughCoveragePercent * all;
}

/** "48 of 63 estimated", or "not enough estimates: 11 of 40" when a total over them would mislead. */
export function coverageText(coverage: Coverage): string {
  const part = `${coverage.estimated} of ${coverage.all}`;
  return hasEnoughCoverage(coverage) ? `${part} estimated` : `not enough estimates: ${part}`;
}

export interface Principal extends Coverage {
  /** Sum over estimated items only. */
  halfDays: number;
  /** What the table would add for the items without an estimate; 0 for those without a score. */
  defaultHalfDays: number;
}

/** Principal of a set of debts: the estimated half-days, their coverage, and what defaults would add. */
export function principalOf(
  debts: Iterable<{ effortHalfDays: number | null; remediationCost: number | null }>,
  table: EffortTable = defaultEffortHalfDays,
): Principal {
  const total: Principal = { estimated: 0, all: 0, halfDays: 0, defaultHalfDays: 0 };
  for (const debt of debts) {
    const effort = effortOf(debt, table);
    total.all += 1;
    if (effort === null) continue;
    if (effort.isDefault) {
      total.defaultHalfDays += effort.halfDays;
    } else {
      total.estimated += 1;
      total.halfDays += effort.halfDays;
    }
  }
  return total;
}

import { notDebtLabels, notDebtReasons } from '@/server/domain/scoring/quadrant';

/** The words of a verdict that something is no debt: one of the three known ones, or a person's own. */
export function verdictText(reason: string): string {
  const known = notDebtReasons.find((one) => one === reason);
  return known ? notDebtLabels[known] : reason;
}

/** Fowler's four quadrants as the handbook uses them (§1). */
export const quadrants = [
  'deliberatePrudent',
  'deliberateReckless',
  'inadvertentPrudent',
  'inadvertentReckless',
] as const;
export type Quadrant = (typeof quadrants)[number];

export const notDebtReasons = ['oldButWorks', 'matterOfTaste', 'inherentComplexity'] as const;
export type NotDebtReason = (typeof notDebtReasons)[number];

export type QuadrantNeed = 'repaymentPlan' | 'revisit';

export interface QuadrantGuide {
  label: string;
  /** What it looks like, one sentence. */
  looksLike: string;
  /** What the record needs, one sentence. */
  asksFor: string;
  needs: readonly QuadrantNeed[];
}

export const quadrantGuides: Readonly<Record<Quadrant, QuadrantGuide>> = {
  deliberatePrudent: {
    label: 'Deliberate, prudent',
    looksLike: 'Taken knowingly, with its limit in mind.',
    asksFor: 'Write down how it is repaid, and a date or trigger to look at it again.',
    needs: ['repaymentPlan', 'revisit'],
  },
  deliberateReckless: {
    label: 'Deliberate, reckless',
    looksLike: 'A corner was cut with no plan.',
    asksFor: 'Write down how it is repaid, and ask how it came to be allowed.',
    needs: ['repaymentPlan'],
  },
  inadvertentPrudent: {
    label: 'Inadvertent, prudent',
    looksLike: 'A better design is visible now.',
    asksFor: 'Nothing special: it takes its place in the order.',
    needs: [],
  },
  inadvertentReckless: {
    label: 'Inadvertent, reckless',
    looksLike: 'Nobody knew that it was a problem.',
    asksFor: 'Repay it, and look at what review or training would have caught it.',
    needs: [],
  },
};

export const notDebtLabels: Readonly<Record<NotDebtReason, string>> = {
  oldButWorks: 'Old, but it works',
  matterOfTaste: 'A matter of taste',
  inherentComplexity: 'The domain is complex',
};

/** The words of a verdict that something is no debt: one of the known ones, or a person's own. */
export function notDebtText(reason: string): string {
  const known = notDebtReasons.find((one) => one === reason);
  return known ? notDebtLabels[known] : reason;
}

export interface RepaymentRecord {
  quadrant: Quadrant | null;
  repaymentPlan: string | null;
  /** `YYYY-MM-DD`. */
  revisitOn: string | null;
  revisitTrigger: string | null;
}

/** What the quadrant asks for and the record does not have. A revisit is a date or a trigger, either will do. */
export function missingNeeds(record: RepaymentRecord): QuadrantNeed[] {
  if (record.quadrant === null) return [];
  const has: Record<QuadrantNeed, boolean> = {
    repaymentPlan: Boolean(record.repaymentPlan?.trim()),
    revisit: record.revisitOn !== null || Boolean(record.revisitTrigger?.trim()),
  };
  return quadrantGuides[record.quadrant].needs.filter((need) => !has[need]);
}

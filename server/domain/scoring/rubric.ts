import type { FactorName } from '@/server/domain/scoring/score';

export type FactorLevel = 1 | 2 | 3 | 4 | 5;
export const factorLevels: readonly FactorLevel[] = [1, 2, 3, 4, 5];

/** Levels that carry a definition of their own; 2 and 4 lie between them. */
export const anchorLevels: readonly FactorLevel[] = [1, 3, 5];

export interface FactorRubric {
  label: string;
  /** A short help under the label. */
  hint: string;
  /** The question that the five levels answer. */
  question: string;
  levels: Readonly<Record<FactorLevel, string>>;
}

/** The written rubric of the default scoring model, one sentence per level. Source: handbook §2. */
export const rubric: Readonly<Record<FactorName, FactorRubric>> = {
  impact: {
    label: 'Impact',
    hint: 'if it bites',
    question: 'How bad is the day on which this goes wrong?',
    levels: {
      1: 'A minor nuisance for one team.',
      2: 'Between a nuisance for one team and several teams slowed.',
      3: 'Slows several teams, or hurts customers moderately.',
      4: 'Between several teams slowed and an outage for everyone.',
      5: 'Outage, data loss or breach for all customers.',
    },
  },
  likelihood: {
    label: 'Likelihood',
    hint: 'within six months',
    question: 'How likely is that day within the next six months?',
    levels: {
      1: 'Only if usage changes drastically.',
      2: 'Between a drastic change and today’s growth.',
      3: 'Probable on today’s growth.',
      4: 'Between probable on today’s growth and near-certain.',
      5: 'Near-certain.',
    },
  },
  velocityTax: {
    label: 'Velocity tax',
    hint: 'paid today',
    question: 'What does it already add to the work around it?',
    levels: {
      1: 'None that anyone can measure.',
      2: 'Between none and 1–2 days on related work.',
      3: 'Adds 1–2 days to most related work.',
      4: 'Between 1–2 days on related work and a blocked area.',
      5: 'Blocks whole areas, or forces a workaround each time.',
    },
  },
  remediationCost: {
    label: 'Remediation cost',
    hint: 'Higher is cheaper',
    question: 'How much work is it to repay?',
    levels: {
      1: 'Several quarters of large effort.',
      2: 'Between 2–4 sprints and several quarters.',
      3: 'Two to four sprints for one team.',
      4: 'Between one sprint and 2–4 sprints.',
      5: 'Under one sprint.',
    },
  },
};

function isLevel(value: number): value is FactorLevel {
  return factorLevels.some((level) => level === value);
}

/** The sentence of one level, or null when the value is not an integer from 1 to 5. */
export function rubricSentence(name: FactorName, value: number): string | null {
  return isLevel(value) ? rubric[name].levels[value] : null;
}

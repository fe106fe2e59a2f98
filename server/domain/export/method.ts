import { anchorLevels, type FactorLevel, factorLevels, rubric } from '@/server/domain/scoring/rubric';
import { factorNames, formulaText } from '@/server/domain/scoring/score';
import { floorText, type SeverityFloor } from '@/server/domain/scoring/severity-floor';

export interface MethodNote {
  title: string;
  text: string;
}

export interface MethodFactor {
  label: string;
  hint: string;
  levels: { level: FactorLevel; sentence: string }[];
}

/** How the figures came about, for readers who were not there. */
export interface Method {
  formula: string;
  anchors: readonly FactorLevel[];
  factors: MethodFactor[];
  notes: MethodNote[];
}

/** The formula, the rubric, and what the score hides. Source: handbook §2, maths §1. */
export function methodOf(floor: SeverityFloor): Method {
  return {
    formula: `score = ${formulaText({})}, from 1.0 to 25.0`,
    anchors: anchorLevels,
    factors: factorNames.map((name) => ({
      label: rubric[name].label,
      hint: rubric[name].hint,
      levels: factorLevels.map((level) => ({ level, sentence: rubric[name].levels[level] })),
    })),
    notes: [
      {
        title: 'What the score hides',
        text:
          'It multiplies severity by how cheap the repayment is. A debt that is as bad as can be and takes quarters to ' +
          'repay scores 5.0, exactly like a trifle that is repaid within a sprint, and most combinations of answers ' +
          'rank above it. Read it beside severity and effort, which is why they stand next to it.',
      },
      {
        title: 'Severity',
        text: 'The mean of impact, likelihood and velocity tax, from 1.0 to 5.0. Cost plays no part in it.',
      },
      {
        title: 'Decide explicitly',
        text: `A debt with ${floorText(floor)} is decided on its own, whatever its score: plan it, or accept it until a date with a reason.`,
      },
      {
        title: 'Ties',
        text:
          'Equal scores share a rank, written with an equals sign, such as “5 =”. The formula knows 42 different ' +
          'values, so ties are common and the order within one means nothing; here it is severity, then key.',
      },
      {
        title: 'Effort',
        text: 'Estimates of people, in days. What nobody has estimated is left out of the total and counted beside it.',
      },
      {
        title: 'No total of scores',
        text:
          'Scores are not added up and have no trend: when repayments get dearer, the total falls while nothing has ' +
          'improved. Count debts, severity, days of work and hours of interest instead.',
      },
    ],
  };
}

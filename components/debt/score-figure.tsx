'use client';

import type { ReactNode } from 'react';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { rubric } from '@/server/domain/scoring/rubric';
import {
  completeFactors,
  factorNames,
  formulaText,
  type PartialFactors,
  rangeText,
  scoreRange,
  unansweredFactors,
} from '@/server/domain/scoring/score';

export type ScoreFigureProps = {
  answers: PartialFactors;
  /** What the figure is the score of: TD-31. */
  of: string;
  scoredAt?: Date | null;
  className?: string;
};

const model =
  'Severity is the mean of impact, likelihood and velocity tax; the score is severity times remediation cost.';

/** The score, or the range that open answers still allow; it opens to its formula and inputs. */
export function ScoreFigure({ answers, of, scoredAt, className }: ScoreFigureProps) {
  const source = scoredAt ? `scored on ${dayText(dateToDay(scoredAt))}` : undefined;
  const figure: ReactNode = <span className={className}>{rangeText(scoreRange(answers))}</span>;
  return (
    <DottedFigure
      title={completeFactors(answers) ? `Score of ${of}` : `Score of ${of}, as far as it is answered`}
      formula={`${formulaText(answers)} = ${rangeText(scoreRange(answers))}`}
      inputs={factorNames.map((name) => ({
        label: rubric[name].label,
        value: answers[name] ?? 'not set',
        source: undefined,
      }))}
      note={source ? `${model} This one was ${source}.` : model}
    >
      {figure}
    </DottedFigure>
  );
}

const words = ['no answer', 'one answer', 'two answers', 'three answers', 'four answers'];

/** "one answer left", or null when all are given. */
export function answersLeft(answers: PartialFactors): string | null {
  const left = unansweredFactors(answers).length;
  return left === 0 ? null : `${words[left] ?? left} left`;
}

'use client';

import type { ReactNode } from 'react';
import { DottedFigure } from '@/components/ui/dotted-figure';
import type { Summary } from '@/server/modules/backlog/contract';
import { debtsText, numberText } from './home-words';

type EffortFigureProps = { summary: Summary; className?: string; children: ReactNode };

/** The days of work in the open backlog, opened to who estimated how much of it. */
export function EffortFigure({ summary, className, children }: EffortFigureProps) {
  const { count, estimated, effortDays, defaultEffortDays } = summary;
  return (
    <DottedFigure
      title="Days of work in the open backlog"
      className={className}
      inputs={[
        {
          label: 'Estimated by people',
          value: `${numberText(effortDays)} d`,
          source: `${estimated} of ${debtsText(count)}`,
        },
        {
          label: 'Not estimated',
          value: numberText(count - estimated),
          source: `the usual effort for their remediation cost would add ${numberText(defaultEffortDays)} d`,
        },
      ]}
      note="The total adds up estimates only. What nobody estimated is counted beside it, not guessed into it."
    >
      {children}
    </DottedFigure>
  );
}

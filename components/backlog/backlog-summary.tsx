'use client';

import { DottedFigure } from '@/components/ui/dotted-figure';
import { coverageText, hasEnoughCoverage } from '@/server/domain/scoring/cost';
import { staleAfterDays } from '@/server/domain/scoring/staleness';
import type { Filters, Summary } from '@/server/modules/backlog/contract';

function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${Math.round((100 * part) / all)} %`;
}

/** "63 open", "5 closed", "120 debts": what the number counts depends on what the view leaves out. */
export function countWords(filters: Pick<Filters, 'open' | 'state'>, count: number): string {
  if (filters.state) return `${count} ${count === 1 ? 'debt' : 'debts'}`;
  if (filters.open === undefined) return `${count} ${count === 1 ? 'debt' : 'debts'}`;
  return `${count} ${filters.open ? 'open' : 'closed'}`;
}

function EffortFigure({ summary }: { summary: Summary }) {
  const coverage = { estimated: summary.estimated, all: summary.count };
  const isEnough = hasEnoughCoverage(coverage);
  return (
    <>
      {isEnough ? `${summary.effortDays} days of work, ` : null}
      <DottedFigure
        title="Days of work in this view"
        inputs={[
          {
            label: 'Estimated by people',
            value: `${summary.effortDays} d`,
            source: `${summary.estimated} of ${summary.count} debts`,
          },
          {
            label: 'Not estimated',
            value: String(summary.count - summary.estimated),
            source: `the usual effort for their remediation cost would add ${summary.defaultEffortDays} d`,
          },
        ]}
        note={
          isEnough
            ? 'The total adds up estimates only. What nobody estimated is counted beside it, not guessed into it.'
            : 'Below 60 % of estimates a total would mislead, so none is shown.'
        }
      >
        {coverageText(coverage)}
      </DottedFigure>
    </>
  );
}

function FreshFigure({ summary }: { summary: Summary }) {
  return (
    <DottedFigure
      title="Scored in the last 90 days"
      inputs={[
        { label: `Scored in the last ${staleAfterDays} days`, value: summary.freshlyScored },
        { label: 'Scored before that', value: summary.scored - summary.freshlyScored },
        { label: 'Never scored', value: summary.count - summary.scored },
      ]}
      formula={`${summary.freshlyScored} ÷ ${summary.count} = ${percent(summary.freshlyScored, summary.count)}`}
      note="A score says what was true on its day. After 90 days it is marked stale in the list."
    >
      {percent(summary.freshlyScored, summary.count)}
    </DottedFigure>
  );
}

/** The sentence that sums the view up; its figures open to what they are made of. */
export function BacklogSummary({ summary, filters }: { summary: Summary; filters: Filters }) {
  if (summary.count === 0) return <>{countWords(filters, 0)}</>;
  return (
    <>
      {countWords(filters, summary.count)} · <EffortFigure summary={summary} />
      <span className="max-sm:hidden">
        {' '}
        · scored in the last 90 days: <FreshFigure summary={summary} />
      </span>
    </>
  );
}

'use client';

import { hasEnoughCoverage } from '@/server/domain/scoring/cost';
import type { Summary } from '@/server/modules/backlog/contract';
import type { Home } from '@/server/modules/home/contract';
import { backlogHref } from './backlog-href';
import { EffortFigure } from './effort-figure';
import { FigureLink } from './figure-link';
import { debtsText, numberText, weekText } from './home-words';

type StateSentencesProps = { workspace: string; home: Home; summary: Summary };

/** The state of debt in two sentences. */
export function StateSentences({ workspace, home, summary }: StateSentencesProps) {
  const { count } = home.closing;
  return (
    <div className="-mt-1 font-serif text-summary">
      <p>
        <FigureLink href={backlogHref(workspace)}>{count === 0 ? 'No debts' : debtsText(count)}</FigureLink>{' '}
        {count === 1 ? 'is' : 'are'} open, {weekText(home.opening.count, count)}.
      </p>
      {count > 0 ? (
        <p>
          <Work workspace={workspace} summary={summary} />
        </p>
      ) : null}
    </div>
  );
}

function Work({ workspace, summary }: { workspace: string; summary: Summary }) {
  const { count, estimated, effortDays } = summary;
  const estimates = backlogHref(workspace, { estimated: true });
  if (estimated === 0) return 'None of them has an estimate yet.';
  if (!hasEnoughCoverage({ estimated, all: count })) {
    return (
      <>
        <FigureLink href={estimates}>
          {numberText(estimated)} of {numberText(count)}
        </FigureLink>{' '}
        {estimated === 1 ? 'has' : 'have'} an estimate, too few for a total.
      </>
    );
  }
  const days = `${numberText(effortDays)} ${effortDays === 1 ? 'day' : 'days'}`;
  return (
    <>
      The <FigureLink href={estimates}>{numberText(estimated)} with an estimate</FigureLink>{' '}
      {estimated === 1 ? 'adds' : 'add'} up to <EffortFigure summary={summary}>{days}</EffortFigure> of work.
    </>
  );
}

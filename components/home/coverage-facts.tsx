'use client';

import type { ReactNode } from 'react';
import { debtPath } from '@/components/debt/debt-path';
import { shortDurationText } from '@/server/domain/debt/age';
import { daysBetween } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { Summary } from '@/server/modules/backlog/contract';
import { backlogHref } from './backlog-href';
import { FigureLink } from './figure-link';
import { numberText } from './home-words';

type CoverageFactsProps = { workspace: string; summary: Summary; today: string };

/** How old the debt is, and how much of the picture is guessed: estimates and fresh scores. */
export function CoverageFacts({ workspace, summary, today }: CoverageFactsProps) {
  const { oldest, count, estimated, defaultEffortDays, scored, freshlyScored } = summary;
  const stale = scored - freshlyScored;
  const unscored = count - scored;
  return (
    <dl className="grid gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-3">
      <Fact
        term="Oldest"
        detail={
          <span className="line-clamp-2">
            {oldest ? `${oldest.key}, ${oldest.title}` : 'no debt says when it was incurred'}
          </span>
        }
      >
        {oldest ? (
          <span title={`Incurred on ${dayText(oldest.incurredOn)}`}>
            <FigureLink href={debtPath(workspace, oldest.key)}>
              {shortDurationText(daysBetween(oldest.incurredOn, today))}
            </FigureLink>
          </span>
        ) : (
          'not set'
        )}
      </Fact>
      <Fact
        term="Estimated"
        detail={estimated < count ? `defaults would add ${numberText(defaultEffortDays)} d` : 'every open debt'}
      >
        <FigureLink href={backlogHref(workspace, { estimated: true })}>
          {numberText(estimated)} of {numberText(count)}
        </FigureLink>
      </Fact>
      <Fact
        term="Scored in 90 days"
        detail={
          <>
            {stale > 0 ? (
              <FigureLink href={backlogHref(workspace, { scored: 'stale' }, 'scored')}>
                {stale === 1 ? '1 is stale' : `${numberText(stale)} are stale`}
              </FigureLink>
            ) : null}
            {stale > 0 && unscored > 0 ? ', ' : null}
            {unscored > 0 ? (
              <FigureLink href={backlogHref(workspace, { scored: 'unscored' })}>
                {numberText(unscored)} not scored
              </FigureLink>
            ) : null}
          </>
        }
      >
        <FigureLink href={backlogHref(workspace, { scored: 'fresh' })}>
          {numberText(freshlyScored)} of {numberText(count)}
        </FigureLink>
      </Fact>
    </dl>
  );
}

function Fact({ term, detail, children }: { term: string; detail: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink-3">{term}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold tabular-nums">{children}</span>
        <span className="min-w-0 text-label text-ink-2 [overflow-wrap:anywhere]">{detail}</span>
      </dd>
    </div>
  );
}

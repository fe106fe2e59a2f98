'use client';

import { useQuery } from '@tanstack/react-query';
import { Flag, Globe, Users } from 'lucide-react';
import { debtPath } from '@/components/debt/debt-path';
import { useTRPC } from '@/components/query/trpc';
import { Chip } from '@/components/ui/chip';
import { DefinitionList } from '@/components/ui/definition-list';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { dayText } from '@/server/domain/scoring/day';
import { stateLabels } from '@/server/domain/scoring/state';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { downtimeText, percentText, sourceText } from './service-words';

const debtsShown = 5;
const usualWindowDays = 30;

type FactsProps = {
  workspace: string;
  service: ServiceRecord;
  /** The level under the service's name, which is h1 on its page and h2 in the peek. */
  heading: 'h2' | 'h3';
};

/** Everything about one service: for the peek and the page alike. */
export function ServiceFacts({ workspace, service, heading }: FactsProps) {
  return (
    <>
      <p
        className={
          service.description ? 'mt-1 font-serif text-product whitespace-pre-line text-ink-2 italic' : 'mt-1 text-ink-3'
        }
      >
        {service.description || 'Nobody has written yet what it does.'}
      </p>
      <div className="mt-2.5 mb-3.5 flex flex-wrap gap-1.5">
        {service.team ? <Chip icon={Users}>{service.team.name}</Chip> : null}
        <Chip icon={Flag}>{service.tier}</Chip>
        {service.external ? <Chip icon={Globe}>external</Chip> : null}
      </div>
      <Availability service={service} />
      <Figures service={service} />
      <OpenDebts workspace={workspace} service={service} heading={heading} />
    </>
  );
}

function Availability({ service }: { service: ServiceRecord }) {
  const { availability, availabilityAsOf, sloWindowDays } = service;
  if (availability === null) {
    return <p className="rounded-well bg-sunken px-3 py-2.5 text-ink-3">Availability is not set.</p>;
  }
  const window = sloWindowDays ?? usualWindowDays;
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 rounded-well bg-sunken px-3 py-2.5 tabular-nums">
      <span className="text-figure font-semibold">{percentText(availability)}</span>
      <span className="text-label">
        <span className="block">
          {sourceText({ ...service, availabilityAsOf: null, sloWindowDays: null })},{' '}
          {downtimeText(availability, window)}
        </span>
        <span className="block text-ink-2">
          {availabilityAsOf ? `as of ${dayText(availabilityAsOf)}` : 'no day given'}
        </span>
      </span>
    </div>
  );
}

function Figures({ service }: { service: ServiceRecord }) {
  const { sloTarget, sloWindowDays, p50Ms, p95Ms, availability, availabilitySource } = service;
  // Where the figure above is the objective itself, saying it again would look like a second one.
  const isAbove = availabilitySource === 'slo' && availability === sloTarget;
  const items = [
    ...(sloTarget === null || isAbove
      ? []
      : [
          {
            term: 'Objective',
            value: percentText(sloTarget),
            note: sloWindowDays === null ? undefined : downtimeText(sloTarget, sloWindowDays),
          },
        ]),
    ...(p50Ms === null ? [] : [{ term: 'Half within', value: `${p50Ms} ms` }]),
    ...(p95Ms === null ? [] : [{ term: '95 % within', value: `${p95Ms} ms` }]),
  ];
  return items.length > 0 ? (
    <div className="mt-3.5">
      <DefinitionList items={items} />
    </div>
  ) : null;
}

function OpenDebts({ workspace, service, heading: Heading }: FactsProps) {
  const trpc = useTRPC();
  const filters = { open: true, service: [service.key] };
  const debts = useQuery(trpc.backlog.list.queryOptions({ workspace, filters, sort: '-score', limit: debtsShown }));
  const { openDebts } = service;
  const viewQuery = `service=${service.key}`;
  if (openDebts === 0) return <p className="mt-4 text-label text-ink-3">No open debts</p>;
  return (
    <section aria-label="Open debts" className="mt-4">
      <div className="flex justify-between text-label text-ink-3">
        <Heading>{openDebts === 1 ? '1 open debt' : `${openDebts} open debts`}</Heading>
        <span>score</span>
      </div>
      {debts.data ? (
        <ul>
          {debts.data.data.map((debt) => (
            <li key={debt.key} className="flex items-baseline gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <TextLink look="title" href={debtPath(workspace, debt.key, viewQuery)} className="block truncate">
                  {debt.title}
                </TextLink>
                <span className="block text-label text-ink-2">
                  <span className="whitespace-nowrap">{debt.key}</span> · {stateLabels[debt.state].toLowerCase()}
                  {debt.severity === null ? ' · not scored' : ` · severity ${debt.severity.toFixed(1)}`}
                </span>
              </span>
              <b className="text-product font-semibold tabular-nums">
                {debt.score === null ? '–' : debt.score.toFixed(1)}
              </b>
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonGroup label="Loading the debts" className="mt-2 flex flex-col gap-3">
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
        </SkeletonGroup>
      )}
      {openDebts > debtsShown ? (
        <TextLink look="bare" href={`/w/${workspace}/backlog?${viewQuery}`}>
          {openDebts - debtsShown} more debts
        </TextLink>
      ) : null}
    </section>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { PageDiscussion } from '@/components/thread/page-discussion';
import { Chip } from '@/components/ui/chip';
import { DefinitionList } from '@/components/ui/definition-list';
import { Dialog } from '@/components/ui/dialog';
import { LocalTime } from '@/components/ui/local-time';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { activityText } from './activity-words';
import { DebtDecisions } from './debt-decisions';
import { debtPath } from './debt-path';

const shownAtFirst = 8;

/** What the debt touches, where it came from, and what was done to it. */
export function DebtRail({ workspace, debt }: { workspace: string; debt: DebtRecord }) {
  return (
    <>
      <section>
        <h2 className="mb-3 font-semibold">Touches</h2>
        <DefinitionList
          items={[
            { term: 'Services', value: <Services workspace={workspace} services={debt.services} /> },
            { term: 'Decisions', value: <DebtDecisions workspace={workspace} debtKey={debt.key} /> },
            { term: 'Labels', value: debt.labels.length > 0 ? <Labels labels={debt.labels} /> : null },
            ...(debt.mergedInto
              ? [{ term: 'Goes on in', value: <GoesOnIn workspace={workspace} into={debt.mergedInto} /> }]
              : []),
            { term: 'Came from', value: <CameFrom debt={debt} /> },
          ]}
        />
      </section>
      <PageDiscussion
        workspace={workspace}
        subject={{ type: 'debt', key: debt.key }}
        className="mt-5 border-t border-line pt-4"
      />
      <Activity workspace={workspace} debtKey={debt.key} />
    </>
  );
}

function Services({ workspace, services }: { workspace: string; services: DebtRecord['services'] }) {
  if (services.length === 0) return <span className="text-ink-3">not set</span>;
  return services.map((service, index) => (
    <span key={service.key}>
      {index > 0 ? ', ' : null}
      <TextLink look="title" href={`/w/${workspace}/services/${service.key}`}>
        <span title={service.name}>{service.key}</span>
      </TextLink>
    </span>
  ));
}

function Labels({ labels }: { labels: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {labels.map((label) => (
        <Chip key={label} className="max-w-full truncate">
          {label}
        </Chip>
      ))}
    </span>
  );
}

function GoesOnIn({ workspace, into }: { workspace: string; into: { key: string; title: string } }) {
  return (
    <TextLink look="title" href={debtPath(workspace, into.key)}>
      {into.key} {into.title}
    </TextLink>
  );
}

function CameFrom({ debt }: { debt: DebtRecord }) {
  const [shown, setShown] = useState<DebtRecord['sources'][number] | null>(null);
  if (debt.sources.length === 0) {
    const by = debt.reportedBy || debt.createdBy;
    return (
      <>
        {by ? `Written here by ${by}` : 'Written here'}
        <span className="block text-label text-ink-2">{dayText(dateToDay(debt.createdAt))}</span>
      </>
    );
  }
  return (
    <>
      {debt.sources.map((source) => (
        <span key={`${source.system} ${source.key}`} className="mb-1.5 block last:mb-0">
          <SourceName source={source} />
          <span className="block text-label text-ink-2">
            {dayText(dateToDay(source.importedAt))}
            {source.original.length > 0 ? (
              <>
                ,{' '}
                <TextButton look="quiet" onClick={() => setShown(source)}>
                  original kept
                </TextButton>
              </>
            ) : null}
          </span>
        </span>
      ))}
      <OriginalDialog source={shown} onClose={() => setShown(null)} />
    </>
  );
}

function SourceName({ source }: { source: DebtRecord['sources'][number] }) {
  const name = `${source.key} in ${systemName(source.system)}`;
  const isWeb = source.url !== null && /^https?:\/\//i.test(source.url);
  if (!isWeb || source.url === null) return <span className="font-medium">{name}</span>;
  return (
    <a href={source.url} rel="noreferrer noopener" target="_blank" className="font-medium hover:text-accent-text">
      {name}
    </a>
  );
}

const systems: Readonly<Record<string, string>> = {
  jira: 'Jira',
  csv: 'a CSV file',
  github: 'GitHub',
  gitlab: 'GitLab',
};

/** A system by the name it has for people; one of a team's own is said as it is. */
function systemName(system: string): string {
  return systems[system] ?? system;
}

function OriginalDialog({ source, onClose }: { source: DebtRecord['sources'][number] | null; onClose: () => void }) {
  return (
    <Dialog
      open={source !== null}
      onOpenChange={(open) => (open ? null : onClose())}
      title={source ? `${source.key} as it came` : ''}
      aside={source ? `from ${systemName(source.system)} on ${dayText(dateToDay(source.importedAt))}` : undefined}
      width="lg"
    >
      <dl className="divide-y divide-line">
        {source?.original.map(([column, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an export may name two columns alike, and the row never changes
          <div key={index} className="grid gap-x-4 py-1.5 sm:grid-cols-[176px_minmax(0,1fr)]">
            <dt className="text-ink-2 [overflow-wrap:anywhere]">{column}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {value || <span className="text-ink-3">empty</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Activity({ workspace, debtKey }: { workspace: string; debtKey: string }) {
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.debt.activity.queryOptions({ workspace, key: debtKey }));
  const [all, setAll] = useState(false);
  const entries = data ?? [];
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  return (
    <section className="mt-5 border-t border-line pt-4">
      <div className="mb-2.5 flex items-baseline justify-between">
        <h2 className="font-semibold">Activity</h2>
        {entries.length > shown.length ? (
          <TextButton look="bare" className="text-label" onClick={() => setAll(true)}>
            all {entries.length}
          </TextButton>
        ) : null}
      </div>
      {isPending ? (
        <SkeletonGroup label="Loading the activity">
          <Skeleton className="w-48" />
        </SkeletonGroup>
      ) : (
        <ol className="flex flex-col gap-2">
          {shown.map((entry) => (
            <li key={entry.id} className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-2">
              <LocalTime at={entry.at} form="day" className="text-label leading-5 text-ink-3" />
              <span className="text-ink-2">{activityText(entry)}</span>
            </li>
          ))}
          {entries.length === 0 ? <li className="text-ink-3">Nothing yet.</li> : null}
        </ol>
      )}
    </section>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { FirstDay } from '@/components/backlog/first-day';
import { useNewDebt } from '@/components/debt/new-debt-provider';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { useConnectionNotice } from '@/components/workspace/connection';
import type { Summary } from '@/server/modules/backlog/contract';
import type { Home } from '@/server/modules/home/contract';
import { CoverageFacts } from './coverage-facts';
import { HomeSkeleton } from './home-skeleton';
import { needsText } from './home-words';
import { InReviewSection } from './in-review-section';
import { NeedsSection } from './needs-section';
import { openDebts } from './open-debts';
import { SeverityHistogram } from './severity-histogram';
import { StateSentences } from './state-sentences';
import { WeekLedger } from './week-ledger';

/** Where a day begins: what needs the reader, then the state of debt. */
export function HomeView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const newDebt = useNewDebt();
  const home = useQuery(trpc.home.get.queryOptions({ workspace }));
  const summary = useQuery(trpc.backlog.summary.queryOptions({ workspace, filters: openDebts }));
  const hasDecisions = home.data ? home.data.needs.length + home.data.inReview.total > 0 : false;
  if (home.data && summary.data && !summary.data.hasAny && !hasDecisions) {
    return (
      <Frame>
        <FirstDay workspace={workspace} title="Home" abilities={summary.data.abilities} onNew={newDebt?.open} />
      </Frame>
    );
  }
  if (home.data && summary.data) {
    return (
      <Frame isColumn actions={<Actions workspace={workspace} onNewDebt={newDebt?.open} />}>
        <HomePage workspace={workspace} home={home.data} summary={summary.data} />
      </Frame>
    );
  }
  const error = home.error ?? summary.error;
  if (!error) return <HomeSkeleton />;
  return (
    <Frame isColumn>
      <ErrorView
        icon={CircleAlert}
        kicker="Home could not be read"
        title="The state of debt did not load"
        summary={messageOf(error)}
        actions={
          <>
            <Button
              variant="primary"
              pending={home.isFetching || summary.isFetching}
              onClick={() => void Promise.all([home.refetch(), summary.refetch()])}
            >
              Try again
            </Button>
            <ButtonLink href={`/w/${workspace}/backlog`}>Go to the backlog</ButtonLink>
          </>
        }
      />
    </Frame>
  );
}

function Frame({ actions, isColumn, children }: { actions?: ReactNode; isColumn?: boolean; children: ReactNode }) {
  const notice = useConnectionNotice();
  return (
    <PageFrame crumbs={[{ label: 'Home' }]} actions={actions} notice={notice} width={isColumn ? 'column' : 'fluid'}>
      {children}
    </PageFrame>
  );
}

function Actions({ workspace, onNewDebt }: { workspace: string; onNewDebt: (() => void) | undefined }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.workspace.get.queryOptions({ workspace }));
  return (
    <>
      {data?.abilities.writeDecisions ? (
        <ButtonLink href={`/w/${workspace}/decisions/new`} icon={Plus} className="max-sm:hidden">
          New decision
        </ButtonLink>
      ) : null}
      {onNewDebt ? <NewDebtButton onNew={onNewDebt} /> : null}
    </>
  );
}

function NewDebtButton({ onNew }: { onNew: () => void }) {
  return (
    <>
      <Button variant="primary" icon={Plus} kbd="c" onClick={onNew} className="max-sm:hidden">
        New debt
      </Button>
      <IconButton variant="primary" icon={Plus} label="New debt" onClick={onNew} className="size-9 sm:hidden" />
    </>
  );
}

type HomePageProps = { workspace: string; home: Home; summary: Summary };

function HomePage({ workspace, home, summary }: HomePageProps) {
  // Who only reads is asked for nothing; who comments may be asked for an answer.
  const hasNeeds = summary.abilities.edit || home.needs.length > 0;
  return (
    <>
      <PageHeader
        className="pb-4"
        title={<LocalTime at={home.asOf} form="weekday" />}
        summary={hasNeeds ? needsText(home.needs.length) : null}
      />
      {hasNeeds ? <NeedsSection workspace={workspace} home={home} /> : null}
      {summary.hasAny ? (
        <StateOfDebt workspace={workspace} home={home} summary={summary} />
      ) : (
        <LedgerRow title="State of debt" className="border-b pb-5">
          <p className="text-ink-2">
            No debt is written down yet. <TextLink href={`/w/${workspace}/backlog`}>See how it begins</TextLink>
          </p>
        </LedgerRow>
      )}
      <InReviewSection workspace={workspace} home={home} />
    </>
  );
}

/** The debt's week and how it is spread, under one line that sums it up. */
function StateOfDebt({ workspace, home, summary }: HomePageProps) {
  return (
    <LedgerRow
      title="State of debt"
      note={
        <>
          all teams, as of <LocalTime at={home.asOf} form="time" />
        </>
      }
      className={home.inReview.total > 0 ? 'pb-5' : 'border-b pb-5'}
    >
      <StateSentences workspace={workspace} home={home} summary={summary} />
      <div className="mt-3 mb-4 grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,452fr)_minmax(0,316fr)]">
        <WeekLedger workspace={workspace} home={home} summary={summary} />
        <SeverityHistogram workspace={workspace} summary={summary} />
      </div>
      <CoverageFacts workspace={workspace} summary={summary} today={home.today} />
    </LedgerRow>
  );
}

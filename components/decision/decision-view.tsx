'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import { useState } from 'react';
import { isNotFound, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { DecisionPage } from './decision-page';
import { DecisionSkeleton } from './decision-skeleton';
import { PastView } from './past-view';
import { DecisionTombstone } from './tombstone-view';

export type DecisionViewProps = {
  workspace: string;
  register: string;
  id: string;
  /** The day on which it is read as it stood then, `YYYY-MM-DD`. */
  at: string | null;
};

/** The page of one decision, in whatever condition it is: there, as it stood, deleted, unknown or on its way. */
export function DecisionView({ workspace, register, id, at }: DecisionViewProps) {
  const trpc = useTRPC();
  const { data: decision, error, isFetching, refetch } = useQuery(trpc.decision.get.queryOptions({ workspace, id }));
  const [reading, setReading] = useState(false);
  if (decision?.deletedAt && !reading) {
    return (
      <DecisionTombstone
        workspace={workspace}
        decision={decision}
        deletedAt={decision.deletedAt}
        onRead={() => setReading(true)}
      />
    );
  }
  if (decision && at) return <PastView workspace={workspace} decision={decision} day={at} />;
  if (decision) {
    const onBack = decision.deletedAt ? () => setReading(false) : undefined;
    return <DecisionPage key={decision.id} workspace={workspace} decision={decision} onBack={onBack} />;
  }
  const list = `/w/${workspace}/decisions`;
  const crumbs = [
    { label: 'Decisions', href: list },
    { label: register, href: `${list}/${register}` },
    { label: error ? 'not here' : 'loading' },
  ];
  if (!error) {
    return (
      <PageFrame crumbs={crumbs} backHref={`${list}/${register}`} width="reading">
        <DecisionSkeleton />
      </PageFrame>
    );
  }
  const isUnknown = isNotFound(error);
  return (
    <PageFrame crumbs={crumbs} backHref={list} width="column">
      <ErrorView
        icon={FileQuestion}
        kicker={isUnknown ? 'No decision has this address' : 'The decision could not be read'}
        title={isUnknown ? 'There is no such decision' : 'The decision did not load'}
        summary={
          isUnknown
            ? 'Nothing in this workspace has this id, number or file name. A deleted decision would still show what became of it.'
            : messageOf(error)
        }
        actions={
          <>
            {isUnknown ? null : (
              <Button variant="primary" pending={isFetching} onClick={() => void refetch()}>
                Try again
              </Button>
            )}
            <ButtonLink variant={isUnknown ? 'primary' : 'secondary'} href={list}>
              Back to the decisions
            </ButtonLink>
          </>
        }
      />
    </PageFrame>
  );
}

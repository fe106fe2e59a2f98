'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import { useState } from 'react';
import { isNotFound, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { DebtPage } from './debt-page';
import { DebtSkeleton } from './debt-skeleton';
import { TombstoneView } from './tombstone-view';

export type DebtViewProps = { workspace: string; debtKey: string };

/** The page of one debt, in whatever condition it is: there, deleted, unknown or on its way. */
export function DebtView({ workspace, debtKey }: DebtViewProps) {
  const trpc = useTRPC();
  const { data: debt, error, isFetching, refetch } = useQuery(trpc.debt.get.queryOptions({ workspace, key: debtKey }));
  const [reading, setReading] = useState(false);
  if (debt?.deletedAt && !reading) {
    return (
      <TombstoneView workspace={workspace} debt={debt} deletedAt={debt.deletedAt} onRead={() => setReading(true)} />
    );
  }
  if (debt)
    return (
      <DebtPage
        key={debt.key}
        workspace={workspace}
        debt={debt}
        onBack={debt.deletedAt ? () => setReading(false) : undefined}
      />
    );

  const backlog = `/w/${workspace}/backlog`;
  const crumbs = [
    { label: 'Backlog', href: backlog },
    { label: debtKey, isKey: true },
  ];
  if (!error) {
    return (
      <PageFrame crumbs={crumbs} backHref={backlog}>
        <DebtSkeleton />
      </PageFrame>
    );
  }
  const isUnknown = isNotFound(error);
  return (
    <PageFrame crumbs={crumbs} backHref={backlog} width="column">
      <ErrorView
        icon={FileQuestion}
        kicker={isUnknown ? `${debtKey} is not in this workspace` : `${debtKey} could not be read`}
        title={isUnknown ? 'There is no such debt' : 'The debt did not load'}
        summary={
          isUnknown
            ? 'No debt has had this key here. Keys are never used again, so a deleted debt would still show what became of it.'
            : messageOf(error)
        }
        actions={
          <>
            {isUnknown ? null : (
              <Button variant="primary" pending={isFetching} onClick={() => void refetch()}>
                Try again
              </Button>
            )}
            <ButtonLink variant={isUnknown ? 'primary' : 'secondary'} href={backlog}>
              Back to the backlog
            </ButtonLink>
          </>
        }
      />
    </PageFrame>
  );
}

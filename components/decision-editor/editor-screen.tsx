'use client';

import { useQuery } from '@tanstack/react-query';
import { FileLock2, FileQuestion } from 'lucide-react';
import { decisionPath } from '@/components/decision/decision-path';
import { isNotFound, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { useIsMounted } from '@/components/ui/local-time';
import { DecisionEditor } from './decision-editor';
import { EditorSkeleton } from './editor-skeleton';

export type EditorScreenProps = { workspace: string; register: string; id: string };

/** The writing page, or why there is nothing to write. */
export function EditorScreen({ workspace, register, id }: EditorScreenProps) {
  const trpc = useTRPC();
  const { data: record, error, isFetching, refetch } = useQuery(trpc.decision.get.queryOptions({ workspace, id }));
  const isMounted = useIsMounted();
  const list = `/w/${workspace}/decisions`;
  const page = decisionPath(workspace, register, id);
  // What is being written lives in this browser too, which the server cannot see.
  if (record?.abilities.edit && !record.deletedAt && isMounted) {
    return <DecisionEditor key={record.id} workspace={workspace} record={record} />;
  }
  const crumbs = [
    { label: 'Decisions', href: list },
    { label: register, href: `${list}/${register}` },
    { label: 'Edit' },
  ];
  const isUnknown = isNotFound(error);
  if (record ? !isMounted : !error) return <EditorSkeleton crumbs={crumbs} backHref={page} />;
  return (
    <PageFrame crumbs={crumbs} backHref={page} width="column">
      {record ? (
        <ErrorView
          icon={FileLock2}
          kicker={record.title}
          title={record.deletedAt ? 'This decision is deleted' : 'You may read this decision, not write it'}
          summary={
            record.deletedAt
              ? 'Restore it on its page first; its text is all there.'
              : 'Writing decisions is for editors of this workspace. You can comment on any passage.'
          }
          actions={
            <ButtonLink variant="primary" href={page}>
              Open the decision
            </ButtonLink>
          }
        />
      ) : (
        <ErrorView
          icon={FileQuestion}
          kicker={isUnknown ? 'Not in this workspace' : 'The decision could not be read'}
          title={isUnknown ? 'There is no such decision' : 'The decision did not load'}
          summary={isUnknown ? 'No decision has this address.' : messageOf(error)}
          actions={
            <>
              {isUnknown ? null : (
                <Button variant="primary" pending={isFetching} onClick={() => void refetch()}>
                  Try again
                </Button>
              )}
              <ButtonLink href={list}>Back to the decisions</ButtonLink>
            </>
          }
        />
      )}
    </PageFrame>
  );
}

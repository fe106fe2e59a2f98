'use client';

import { FileQuestion } from 'lucide-react';
import { messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';

type DecisionMissingProps = {
  workspace: string;
  register: string;
  /** What went wrong while reading; null where nothing has this address. */
  error?: unknown;
  retry?: { pending: boolean; run: () => void };
};

/** No decision answers to the address, or the one that does could not be read. */
export function DecisionMissing({ workspace, register, error = null, retry }: DecisionMissingProps) {
  const list = `/w/${workspace}/decisions`;
  const isUnknown = error === null;
  const crumbs = [
    { label: 'Decisions', href: list },
    { label: register, href: `${list}/${register}` },
    { label: 'not here' },
  ];
  return (
    <PageFrame crumbs={crumbs} backHref={list} width="column">
      <ErrorView
        icon={FileQuestion}
        kicker={isUnknown ? 'No decision has this address' : 'The decision could not be read'}
        title={isUnknown ? 'There is no such decision' : 'The decision did not load'}
        summary={
          isUnknown
            ? 'Nothing in this register has this id, number or file name. A deleted decision would still show what became of it.'
            : messageOf(error)
        }
        actions={
          <>
            {isUnknown || !retry ? null : (
              <Button variant="primary" pending={retry.pending} onClick={retry.run}>
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

'use client';

import { FileX, Lock } from 'lucide-react';
import { codeOf, messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { importPath } from './import-path';

type Props = { workspace: string; error: unknown; onRetry: () => void };

/** Why the import page shows nothing: no permission, no such import, or no answer. */
export function ImportProblem({ workspace, error, onRetry }: Props) {
  const backlog = `/w/${workspace}/backlog`;
  const crumbs = [{ label: 'Backlog', href: backlog }, { label: 'Import' }];
  const code = codeOf(error);
  return (
    <PageFrame crumbs={crumbs} backHref={backlog} width="column">
      {code === 'forbidden' ? (
        <ErrorView
          icon={Lock}
          kicker="Not yours to do here"
          title="Admins and owners import files"
          summary="An import writes many debts at once, so it takes the role of an admin. Ask an admin of this workspace to import the file, or to change your role under Members."
          actions={<ButtonLink href={backlog}>Back to the backlog</ButtonLink>}
        />
      ) : code === 'notFound' || code === 'invalid' ? (
        <ErrorView
          icon={FileX}
          kicker="No such import"
          title="This file is not here any more"
          summary="A file that was never imported is forgotten after a week. Nothing of it was written to the backlog."
          actions={
            <ButtonLink href={importPath(workspace)} variant="primary">
              Choose a file
            </ButtonLink>
          }
        />
      ) : (
        <ErrorView
          icon={FileX}
          kicker="Not loaded"
          title="The import could not be shown"
          summary={messageOf(error)}
          actions={
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
          }
        />
      )}
    </PageFrame>
  );
}

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
  const decisions = `/w/${workspace}/decisions`;
  const crumbs = [{ label: 'Decisions', href: decisions }, { label: 'Import' }];
  const code = codeOf(error);
  return (
    <PageFrame crumbs={crumbs} backHref={decisions} width="column">
      {code === 'forbidden' ? (
        <ErrorView
          icon={Lock}
          kicker="Not yours to do here"
          title="Admins and owners import files"
          summary="An import writes many decisions at once, so it takes the role of an admin. Ask an admin of this workspace to import the files, or to change your role under Members."
          actions={<ButtonLink href={decisions}>Back to the decisions</ButtonLink>}
        />
      ) : code === 'notFound' || code === 'invalid' ? (
        <ErrorView
          icon={FileX}
          kicker="No such import"
          title="These files are not here any more"
          summary="Files that were never imported are forgotten after a week. Nothing of them was written to a register."
          actions={
            <ButtonLink href={importPath(workspace)} variant="primary">
              Choose files
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

'use client';

import { FileX, Lock } from 'lucide-react';
import { codeOf, messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import type { ImportPlace } from './import-place';

type Props = { place: ImportPlace; error: unknown; onRetry: () => void };

/** Why the import page shows nothing: no permission, no such import, or no answer. */
export function ImportProblem({ place, error, onRetry }: Props) {
  const code = codeOf(error);
  return (
    <PageFrame {...place.frame}>
      {code === 'forbidden' ? (
        <ErrorView
          icon={Lock}
          kicker="Not yours to do here"
          title="Admins and owners import files"
          summary={`An import writes many ${place.many} at once, so it takes the role of an admin. Ask an admin of this workspace to import ${place.source}, or to change your role under People.`}
          actions={<ButtonLink href={place.frame.backHref}>Back to {place.back}</ButtonLink>}
        />
      ) : code === 'notFound' || code === 'invalid' ? (
        <ErrorView
          icon={FileX}
          kicker="No such import"
          title={place.gone.title}
          summary={place.gone.summary}
          actions={
            <ButtonLink href={place.start} variant="primary">
              {place.choose}
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

'use client';

import { CircleAlert } from 'lucide-react';
import { useParams } from 'next/navigation';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';

export type PageFailureProps = { error: Error & { digest?: string }; reset: () => void };

/** A page of a workspace that broke while it was drawn: the shell around it still stands. */
export function PageFailure({ error, reset }: PageFailureProps) {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <PageFrame crumbs={[{ label: 'Not shown' }]} width="column">
      <ErrorView
        icon={CircleAlert}
        kicker="This page could not be shown"
        title="Something broke while the page was drawn"
        summary="Nothing that was saved is touched. Try again; if it breaks again, whoever runs this server finds the cause in its log."
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <ButtonLink href={`/w/${workspace}`}>Go home</ButtonLink>
          </>
        }
        footnote={error.digest ? `In the log as ${error.digest}.` : undefined}
      />
    </PageFrame>
  );
}

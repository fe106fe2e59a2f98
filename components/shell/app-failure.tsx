'use client';

import { CircleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ErrorView } from './error-view';
import { Wordmark } from './mark';

export type AppFailureProps = { error: Error & { digest?: string }; reset: () => void };

/** What is shown when not even the shell around a page could be drawn. */
export function AppFailure({ error, reset }: AppFailureProps) {
  return (
    <main className="min-h-dvh px-5 py-9 md:px-12">
      <Wordmark />
      <ErrorView
        icon={CircleAlert}
        kicker="Paydown could not be shown"
        title="Something broke on the way here"
        summary="Nothing that was saved is touched. Try again in a moment; if it goes on, whoever runs this server finds the cause in its log."
        actions={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
        footnote={error.digest ? `In the log as ${error.digest}.` : undefined}
      />
    </main>
  );
}

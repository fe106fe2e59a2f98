'use client';

import { FileQuestion } from 'lucide-react';
import { useParams, usePathname } from 'next/navigation';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { ButtonLink } from '@/components/ui/button';

/** An address inside a workspace at which there is no page. */
export function PageMissing() {
  const { workspace } = useParams<{ workspace: string }>();
  const path = usePathname();
  return (
    <PageFrame crumbs={[{ label: 'Nothing here' }]} width="column">
      <ErrorView
        icon={FileQuestion}
        kicker="No page has this address"
        title="There is nothing here"
        summary="The link may have been cut short or mistyped. What was written down in this workspace has not moved."
        actions={
          <>
            <ButtonLink variant="primary" href={`/w/${workspace}`}>
              Go home
            </ButtonLink>
            <ButtonLink href={`/w/${workspace}/backlog`}>Open the backlog</ButtonLink>
          </>
        }
        footnote={
          <>
            You asked for <code className="font-mono [overflow-wrap:anywhere]">{path}</code>.
          </>
        }
      />
    </PageFrame>
  );
}

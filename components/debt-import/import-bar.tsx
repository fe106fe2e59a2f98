'use client';

import { CircleAlert, ShieldCheck } from 'lucide-react';
import { messageOf } from '@/components/query/request-error';
import { Button, ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { importLabel, promiseText } from './import-words';
import type { useImportReview } from './use-import-review';

type Props = { workspace: string; preview: ImportPreview; review: ReturnType<typeof useImportReview> };

/** What the button will do, or why it does nothing; always in sight. */
export function ImportBar({ workspace, preview, review }: Props) {
  const { blocked, created, updated } = preview;
  const nothing = created + updated === 0;
  const problem = review.runError ? messageOf(review.runError) : null;
  const Icon = blocked || problem ? CircleAlert : ShieldCheck;
  return (
    <>
      <p
        id="import-promise"
        role="status"
        className={cn(
          'flex min-w-0 flex-1 basis-64 items-start gap-2 text-ink-2',
          (blocked || problem) && 'text-danger',
        )}
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {problem ?? promiseText(preview)}
      </p>
      <ButtonLink href={`/w/${workspace}/backlog`} variant="ghost">
        Cancel
      </ButtonLink>
      <Button
        variant="primary"
        aria-describedby="import-promise"
        disabled={blocked || nothing}
        pending={review.isStarting || review.preview.isFetching}
        onClick={review.run}
      >
        {blocked ? 'Cannot be imported yet' : importLabel(preview)}
      </Button>
    </>
  );
}

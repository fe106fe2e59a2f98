'use client';

import { CircleAlert, ShieldCheck } from 'lucide-react';
import { messageOf } from '@/components/query/request-error';
import { Button, ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { RegisterImportPreview } from '@/server/modules/register-import/contract';
import { importLabel, promiseText } from './import-words';
import type { useImportReview } from './use-import-review';

type Props = { workspace: string; preview: RegisterImportPreview; review: ReturnType<typeof useImportReview> };

/** What the button will do, or why it does nothing; always in sight. */
export function ImportBar({ workspace, preview, review }: Props) {
  // Files beside the records, such as pictures, are worth keeping too; but a register of those alone is none.
  const isNothing = preview.created + preview.updated === 0;
  const problem = review.runError ? messageOf(review.runError) : null;
  const Icon = problem ? CircleAlert : ShieldCheck;
  return (
    <>
      <p
        id="import-promise"
        role="status"
        className={cn(
          'flex min-w-0 flex-1 basis-64 items-start gap-2 text-ink-2 max-sm:basis-full',
          problem && 'text-danger',
        )}
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {problem ?? promiseText(preview)}
      </p>
      <ButtonLink href={`/w/${workspace}/decisions/${preview.register.slug}`} variant="ghost">
        Cancel
      </ButtonLink>
      <Button
        variant="primary"
        className="max-sm:flex-1"
        aria-describedby="import-promise"
        disabled={isNothing}
        pending={review.isStarting || review.preview.isFetching}
        onClick={review.run}
      >
        {importLabel(preview)}
      </Button>
    </>
  );
}

'use client';

import { FileUp, FileX } from 'lucide-react';
import { ImportSkeleton } from '@/components/import/import-skeleton';
import { messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame, type PageFrameProps } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { RegisterImportStatus } from '@/server/modules/register-import/contract';
import { DateBar } from './date-bar';
import { FindingPanel } from './finding-panel';
import { ImportBar } from './import-bar';
import { importPath } from './import-path';
import { fileText } from './import-words';
import { OutcomeEquation } from './outcome-equation';
import { RecordPanel } from './record-panel';
import { useImportReview } from './use-import-review';

type Props = { workspace: string; status: RegisterImportStatus };

/** The second step: what would come of the files, and the questions that only a person can answer. */
export function ImportReview({ workspace, status }: Props) {
  const review = useImportReview(workspace, status.id);
  const { data: preview, error, isFetching } = review.preview;
  const decisions = `/w/${workspace}/decisions`;
  const frame = {
    crumbs: [
      { label: 'Decisions', href: decisions },
      { label: preview?.register.name ?? status.register, href: `${decisions}/${status.register}` },
      { label: 'Import' },
    ],
    backHref: decisions,
    actions: (
      <ButtonLink href={importPath(workspace, { register: status.register })} variant="ghost" icon={FileUp}>
        Other files
      </ButtonLink>
    ),
  };
  if (error) return <Unreadable frame={frame} workspace={workspace} status={status} review={review} />;
  if (!preview) return <ImportSkeleton into="Decisions" name={status.name} />;
  return (
    <PageFrame {...frame} bottomBar={<ImportBar workspace={workspace} preview={preview} review={review} />}>
      <PageHeader title={preview.name} summary={fileText(preview)} />
      {status.status === 'failed' ? (
        <Banner tone="danger" title="The last try did not come in." className="mt-3">
          {status.error} The files are kept.
        </Banner>
      ) : null}
      <OutcomeEquation preview={preview} />
      {preview.ambiguousDates.map((dates) => (
        <DateBar key={dates.folder} dates={dates} onAnswer={(order) => review.answer(dates.folder, order)} />
      ))}
      <div
        className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_424px]"
        aria-busy={isFetching}
      >
        <RecordPanel preview={preview} />
        <FindingPanel preview={preview} />
      </div>
    </PageFrame>
  );
}

type UnreadableProps = Props & {
  frame: Omit<PageFrameProps, 'children'>;
  review: ReturnType<typeof useImportReview>;
};

function Unreadable({ frame, workspace, status, review }: UnreadableProps) {
  return (
    <PageFrame {...frame} width="column">
      <ErrorView
        icon={FileX}
        kicker="Nothing was written"
        title={`${status.name} cannot be imported as it is`}
        summary={messageOf(review.preview.error)}
        actions={
          <>
            <ButtonLink href={importPath(workspace, { register: status.register })} variant="primary">
              Choose other files
            </ButtonLink>
            <Button onClick={() => void review.preview.refetch()}>Read them again</Button>
          </>
        }
      />
    </PageFrame>
  );
}

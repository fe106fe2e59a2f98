'use client';

import { Check, FileUp, FileX } from 'lucide-react';
import { ImportSkeleton } from '@/components/import/import-skeleton';
import { messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame, type PageFrameProps } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { StatusChip } from '@/components/ui/chip';
import { PageHeader } from '@/components/ui/page-header';
import type { ImportPreview, ImportStatus } from '@/server/modules/debt-import/contract';
import { ColumnPanel } from './column-panel';
import { FindingPanel } from './finding-panel';
import { ImportBar } from './import-bar';
import { importPath } from './import-path';
import { fileText, formatText } from './import-words';
import { OutcomeEquation } from './outcome-equation';
import { useImportReview } from './use-import-review';
import { ZoneBar } from './zone-bar';

type Props = { workspace: string; status: ImportStatus & { options: Parameters<typeof useImportReview>[2] } };

/** The second step: what would come of the file, and the choices that change it. */
export function ImportReview({ workspace, status }: Props) {
  const review = useImportReview(workspace, status.id, status.options);
  const { data: preview, error, isFetching } = review.preview;
  const backlog = `/w/${workspace}/backlog`;
  const frame = {
    crumbs: [{ label: 'Backlog', href: backlog }, { label: 'Import' }],
    backHref: backlog,
    actions: (
      <ButtonLink href={importPath(workspace)} variant="ghost" icon={FileUp}>
        Another file
      </ButtonLink>
    ),
  };
  if (error) return <Unreadable frame={frame} workspace={workspace} fileName={status.fileName} review={review} />;
  if (!preview) return <ImportSkeleton into="Backlog" name={status.fileName} />;
  return (
    <PageFrame {...frame} bottomBar={<ImportBar workspace={workspace} preview={preview} review={review} />}>
      <PageHeader title={preview.fileName} mark={<Recognised preview={preview} />} summary={fileText(preview)} />
      {status.status === 'failed' ? (
        <Banner tone="danger" title="The last try did not come in." className="mt-3">
          {status.error} The file is kept.
        </Banner>
      ) : null}
      <OutcomeEquation preview={preview} />
      {preview.zoneExample && review.timeZone ? (
        <ZoneBar
          example={preview.zoneExample}
          isJira={preview.format === 'jira'}
          timeZone={review.timeZone}
          isChosen={review.isZoneChosen}
          onChange={review.setTimeZone}
        />
      ) : null}
      <div className="mt-5 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_424px]" aria-busy={isFetching}>
        <ColumnPanel preview={preview} review={review} isReading={isFetching} />
        <FindingPanel preview={preview} asked={review.asked} />
      </div>
    </PageFrame>
  );
}

function Recognised({ preview }: { preview: ImportPreview }) {
  const known = preview.dialect !== null || preview.format === 'jira';
  return known ? (
    <StatusChip icon={Check} tone="ok" label={`Recognised as ${formatText(preview)}`} />
  ) : (
    <StatusChip icon={Check} tone="neutral" label="Read as CSV" />
  );
}

type UnreadableProps = {
  frame: Omit<PageFrameProps, 'children'>;
  workspace: string;
  fileName: string;
  review: ReturnType<typeof useImportReview>;
};

function Unreadable({ frame, workspace, fileName, review }: UnreadableProps) {
  return (
    <PageFrame {...frame} width="column">
      <ErrorView
        icon={FileX}
        kicker="Nothing was written"
        title={`${fileName} cannot be imported as it is`}
        summary={messageOf(review.preview.error)}
        actions={
          <>
            <ButtonLink href={importPath(workspace)} variant="primary">
              Choose another file
            </ButtonLink>
            {review.choices > 0 ? (
              <Button onClick={review.startOver}>Go back to the proposed columns</Button>
            ) : (
              <Button onClick={() => void review.preview.refetch()}>Read it again</Button>
            )}
          </>
        }
      />
    </PageFrame>
  );
}

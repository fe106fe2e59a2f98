'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { ImportProblem } from './import-problem';
import { ImportReview } from './import-review';
import { ImportRunning, ImportSettled } from './import-settled';

const pollMs = 700;

/** One file on its way: looked at before it comes in, coming in, or in. */
export function ImportScreen({ workspace, id }: { workspace: string; id: string }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.debtImport.status.queryOptions(
      { workspace, id },
      { refetchInterval: ({ state }) => (state.data?.status === 'running' ? pollMs : false) },
    ),
  );
  if (error && !data) return <ImportProblem workspace={workspace} error={error} onRetry={() => void refetch()} />;
  if (!data) return <ImportSkeleton workspace={workspace} />;
  if (data.status === 'running') return <ImportRunning workspace={workspace} status={data} />;
  if (data.status === 'done' || data.status === 'undone') return <ImportSettled workspace={workspace} status={data} />;
  return <ImportReview workspace={workspace} status={data} />;
}

export function ImportSkeleton({ workspace, fileName }: { workspace: string; fileName?: string }) {
  const backlog = `/w/${workspace}/backlog`;
  return (
    <PageFrame crumbs={[{ label: 'Backlog', href: backlog }, { label: 'Import' }]} backHref={backlog}>
      <SkeletonGroup label={fileName ? `Reading ${fileName}` : 'Loading the import'} className="flex flex-col gap-6">
        {fileName ? <h1 className="text-title font-semibold">{fileName}</h1> : <Skeleton className="h-7 w-64" />}
        <Skeleton className="h-14" />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_424px]">
          <Skeleton className="h-96" />
          <Skeleton className="h-96" />
        </div>
      </SkeletonGroup>
    </PageFrame>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { ImportProblem } from './import-problem';
import { ImportReview } from './import-review';
import { ImportRunning, ImportSettled } from './import-settled';
import { ImportSkeleton } from './import-skeleton';

const pollMs = 700;

/** One set of files on its way: looked at before it comes in, coming in, or in. */
export function ImportScreen({ workspace, id }: { workspace: string; id: string }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.registerImport.status.queryOptions(
      { workspace, id },
      { refetchInterval: ({ state }) => (state.data?.status === 'running' ? pollMs : false) },
    ),
  );
  if (error && !data) return <ImportProblem workspace={workspace} error={error} onRetry={() => void refetch()} />;
  if (!data) return <ImportSkeleton />;
  if (data.status === 'running') return <ImportRunning workspace={workspace} status={data} />;
  if (data.status === 'done' || data.status === 'undone') return <ImportSettled workspace={workspace} status={data} />;
  return <ImportReview workspace={workspace} status={data} />;
}

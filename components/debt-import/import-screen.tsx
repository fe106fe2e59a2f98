'use client';

import { useQuery } from '@tanstack/react-query';
import { ImportProblem } from '@/components/import/import-problem';
import { ImportRunning } from '@/components/import/import-running';
import { ImportSkeleton } from '@/components/import/import-skeleton';
import { useTRPC } from '@/components/query/trpc';
import { debtImportPlace } from './debt-import-place';
import { ImportReview } from './import-review';
import { ImportSettled } from './import-settled';

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
  if (error && !data)
    return <ImportProblem place={debtImportPlace(workspace)} error={error} onRetry={() => void refetch()} />;
  if (!data) return <ImportSkeleton into="Backlog" />;
  if (data.status === 'running')
    return (
      <ImportRunning
        place={debtImportPlace(workspace)}
        title={data.fileName}
        done={data.rowsDone}
        total={data.rowsTotal}
        unit="debts"
      />
    );
  if (data.status === 'done' || data.status === 'undone') return <ImportSettled workspace={workspace} status={data} />;
  return <ImportReview workspace={workspace} status={data} />;
}

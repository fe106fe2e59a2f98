'use client';

import { useQuery } from '@tanstack/react-query';
import { ImportProblem } from '@/components/import/import-problem';
import { ImportRunning } from '@/components/import/import-running';
import { ImportSkeleton } from '@/components/import/import-skeleton';
import { useTRPC } from '@/components/query/trpc';
import { ImportReview } from './import-review';
import { ImportSettled } from './import-settled';
import { registerImportPlace } from './register-import-place';

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
  if (error && !data)
    return <ImportProblem place={registerImportPlace(workspace)} error={error} onRetry={() => void refetch()} />;
  if (!data) return <ImportSkeleton into="Decisions" />;
  if (data.status === 'running')
    return (
      <ImportRunning
        place={registerImportPlace(workspace)}
        title={data.name}
        done={data.filesDone}
        total={data.filesTotal}
        unit="records"
      />
    );
  if (data.status === 'done' || data.status === 'undone') return <ImportSettled workspace={workspace} status={data} />;
  return <ImportReview workspace={workspace} status={data} />;
}

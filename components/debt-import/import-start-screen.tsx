'use client';

import { useQuery } from '@tanstack/react-query';
import { ImportProblem } from '@/components/import/import-problem';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { FileDrop } from '@/components/ui/file-drop';
import { LedgerRow } from '@/components/ui/ledger';
import { PageHeader } from '@/components/ui/page-header';
import { debtImportPlace } from './debt-import-place';
import { ImportHistory } from './import-history';
import { useUpload } from './use-upload';

/** The first step: choose a file, and see what came in before. */
export function ImportStartScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.debtImport.list.queryOptions(
      { workspace },
      { refetchInterval: ({ state }) => (state.data?.some((one) => one.status === 'running') ? 1_500 : false) },
    ),
  );
  const { take, sending, problem } = useUpload(workspace);
  if (error) return <ImportProblem place={debtImportPlace(workspace)} error={error} onRetry={() => void refetch()} />;
  const backlog = `/w/${workspace}/backlog`;
  return (
    <PageFrame crumbs={[{ label: 'Backlog', href: backlog }, { label: 'Import' }]} backHref={backlog} width="column">
      <PageHeader title="Import debts" summary="you see what would happen before anything is written" />
      <FileDrop
        className="mt-4"
        title={sending ? `Reading ${sending}` : 'Drop a CSV file here'}
        hint="Jira’s own export in any language, another tracker’s CSV, a spreadsheet saved as CSV, or Paydown’s own export. Up to 20 MB and 50,000 rows."
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onFile={take}
        disabled={sending !== null}
        error={problem}
      />
      <section className="mt-8 border-b border-line" aria-label="How an import works">
        <LedgerRow title="What happens" note="nothing is written yet">
          The next page says what each column becomes, which debts would be created, changed or left alone, and names
          every value that was dropped or guessed. You can change the columns there. The backlog changes when you press
          Import.
        </LedgerRow>
        <LedgerRow title="From Jira">
          In Jira, open Filters, search for the issues, then choose Export and “Export CSV (all fields)”. Jira cuts an
          export at 1,000 rows; import the parts one after another, issues that repeat count once.
        </LedgerRow>
        <LedgerRow title="The same file again">
          Issues are known by their key. A later export updates what changed at its source and leaves what was written
          here alone.
        </LedgerRow>
      </section>
      {data && data.length > 0 ? <ImportHistory workspace={workspace} imports={data} /> : null}
    </PageFrame>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportProblem } from '@/components/import/import-problem';
import { ImportSkeleton } from '@/components/import/import-skeleton';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { LedgerRow } from '@/components/ui/ledger';
import { PageHeader } from '@/components/ui/page-header';
import { FolderDrop } from './folder-drop';
import { ImportHistory } from './import-history';
import { RegisterField } from './register-field';
import { registerImportPlace } from './register-import-place';
import { useUpload } from './use-upload';

type Props = { workspace: string; register: string | null };

/** The first step: choose a register and files, and see what came in before. */
export function ImportStartScreen({ workspace, register }: Props) {
  const trpc = useTRPC();
  const registers = useQuery(trpc.register.list.queryOptions({ workspace }));
  const imports = useQuery(
    trpc.registerImport.list.queryOptions(
      { workspace },
      { refetchInterval: ({ state }) => (state.data?.some((one) => one.status === 'running') ? 1_500 : false) },
    ),
  );
  const [chosen, setChosen] = useState(register);
  const all = registers.data?.data ?? [];
  const [only, second] = all;
  const known = all.some(({ slug }) => slug === chosen) ? chosen : null;
  const value = known ?? (second ? null : (only?.slug ?? null));
  const { take, step, problem } = useUpload(workspace, value);
  const error = imports.error ?? registers.error;
  const retry = () => void Promise.all([imports.refetch(), registers.refetch()]);
  if (error) return <ImportProblem place={registerImportPlace(workspace)} error={error} onRetry={retry} />;
  if (!registers.data) return <ImportSkeleton into="Decisions" />;
  const decisions = `/w/${workspace}/decisions`;
  return (
    <PageFrame
      crumbs={[{ label: 'Decisions', href: decisions }, { label: 'Import' }]}
      backHref={decisions}
      width="column"
    >
      <PageHeader title="Import decisions" summary="you see what would happen before anything is written" />
      <RegisterField
        workspace={workspace}
        registers={all}
        mayCreate={registers.data.abilities.create}
        value={value}
        onChange={setChosen}
      />
      <FolderDrop onFiles={take} step={step} disabled={value === null} error={problem} />
      <HowItWorks />
      {imports.data && imports.data.length > 0 ? <ImportHistory workspace={workspace} imports={imports.data} /> : null}
    </PageFrame>
  );
}

function HowItWorks() {
  return (
    <section className="mt-8 border-b border-line" aria-label="How an import works">
      <LedgerRow title="What happens" note="nothing is written yet">
        The next page lists every record with the status as it was found and as it was read, and names each oddity. A
        status that cannot be told is unknown, never guessed. The register changes when you press Import.
      </LedgerRow>
      <LedgerRow title="What is kept">
        Every file byte for byte, also those that are no records. An export gives untouched ones back as they came.
        Numbers stay as they are, repeated ones too.
      </LedgerRow>
      <LedgerRow title="The same files again">
        A record is known by its path, a moved one by its content. What changed in the files comes in; what was edited
        here stays, and where both changed, you are told of both.
      </LedgerRow>
    </section>
  );
}

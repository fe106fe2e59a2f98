'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '@/components/query/trpc';
import { useIsMounted } from '@/components/ui/local-time';
import { type ImportField, MULTIPLE_FIELDS, slotOf } from '@/server/domain/importing/import-field';
import type { ImportOptions } from '@/server/modules/debt-import/contract';
import { ownZone } from './zone-text';

type Mapping = ImportOptions['mapping'];

/** A field that takes one column leaves the column that was chosen for it before. */
export function chooseColumn(mapping: Mapping, column: string, field: ImportField | null): Mapping {
  const takes = (was: ImportField | null) =>
    field !== null && was !== null && !MULTIPLE_FIELDS.has(field) && slotOf(was) === slotOf(field);
  const others = Object.entries(mapping).filter(([name, was]) => name !== column && !takes(was));
  return { ...Object.fromEntries(others), [column]: field };
}

/** What is chosen for a file, what would come of it, and the import itself. The server keeps the choices with the file. */
export function useImportReview(workspace: string, id: string, kept: ImportOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const isMounted = useIsMounted();
  const [chosen, setChosen] = useState({ mapping: kept.mapping, timeZone: kept.timeZone });
  const options: ImportOptions = { format: kept.format, mapping: chosen.mapping, timeZone: chosen.timeZone };
  // The server does not know this browser's zone, so the first reading waits for the browser.
  const timeZone = chosen.timeZone ?? (isMounted ? ownZone() : null);
  const asked = { workspace, id, ...options, timeZone };
  const preview = useQuery({
    queryKey: [...trpc.debtImport.preview.mutationKey(), asked],
    queryFn: () => client.debtImport.preview.mutate(asked),
    enabled: timeZone !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const run = useMutation(
    trpc.debtImport.run.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.debtImport.status.queryFilter({ workspace, id })),
    }),
  );
  return {
    asked,
    timeZone,
    isZoneChosen: chosen.timeZone !== null,
    preview,
    choices: Object.keys(chosen.mapping).length,
    choose: (column: string, field: ImportField | null) =>
      setChosen((was) => ({ ...was, mapping: chooseColumn(was.mapping, column, field) })),
    startOver: () => setChosen((was) => ({ ...was, mapping: {} })),
    setTimeZone: (zone: string) => setChosen((was) => ({ ...was, timeZone: zone })),
    run: () => run.mutate(asked),
    isStarting: run.isPending || run.isSuccess,
    runError: run.error,
  };
}

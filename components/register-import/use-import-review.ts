'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '@/components/query/trpc';
import type { RegisterImportOptions } from '@/server/modules/register-import/contract';

type DateOrders = RegisterImportOptions['dateOrders'];

/** What would come of the files under the answers given, and the import itself. The server keeps the answers. */
export function useImportReview(workspace: string, id: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [dateOrders, setDateOrders] = useState<DateOrders>({});
  const asked = { workspace, id, dateOrders };
  const preview = useQuery({
    queryKey: [...trpc.registerImport.preview.mutationKey(), asked],
    queryFn: () => client.registerImport.preview.mutate(asked),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const run = useMutation(
    trpc.registerImport.run.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.registerImport.status.queryFilter({ workspace, id })),
    }),
  );
  return {
    preview,
    answer: (folder: string, order: DateOrders[string]) => setDateOrders((was) => ({ ...was, [folder]: order })),
    run: () => run.mutate(asked),
    isStarting: run.isPending || run.isSuccess,
    runError: run.error,
  };
}

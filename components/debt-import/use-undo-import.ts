'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import { undoneText } from './import-words';

/** Takes an import back and says what was kept. */
export function useUndoImport(workspace: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const undo = useMutation(
    trpc.debtImport.undo.mutationOptions({
      onSuccess: (undone) => showToast({ title: 'The import was undone', description: undoneText(undone), tone: 'ok' }),
      onError: (error) => showToast({ title: messageOf(error), tone: 'danger' }),
      onSettled: async () => {
        for (const filter of [trpc.debtImport.list, trpc.debtImport.status, trpc.backlog, trpc.debt, trpc.home]) {
          await queryClient.invalidateQueries(filter.pathFilter());
        }
      },
    }),
  );
  return { undo: (id: string) => undo.mutate({ workspace, id }), undoing: undo.isPending ? undo.variables.id : null };
}

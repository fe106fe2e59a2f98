'use client';

import { useMutation } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { useAdoptDebt } from './use-save-debt';

/** Brings a deleted debt back. */
export function useRestoreDebt(workspace: string) {
  const trpc = useTRPC();
  const adopt = useAdoptDebt(workspace);
  const restore = useMutation(trpc.debt.restore.mutationOptions());
  const run = async (key: string) => {
    try {
      adopt(await restore.mutateAsync({ workspace, key }));
      showToast({ title: `${key} is back.`, tone: 'ok' });
    } catch (error) {
      showToast({ title: `${key} is still deleted.`, description: messageOf(error), tone: 'danger' });
    }
  };
  return { restore: run, pending: restore.isPending };
}

/** Deletes a debt and offers the way back instead of asking first. */
export function useDeleteDebt(workspace: string, debt: Pick<DebtRecord, 'key'>): () => Promise<void> {
  const trpc = useTRPC();
  const adopt = useAdoptDebt(workspace);
  const { restore } = useRestoreDebt(workspace);
  const remove = useMutation(trpc.debt.delete.mutationOptions());
  return async () => {
    try {
      adopt(await remove.mutateAsync({ workspace, key: debt.key }));
      showToast({ title: `${debt.key} is deleted.`, undo: () => void restore(debt.key) });
    } catch (error) {
      showToast({ title: `${debt.key} was not deleted.`, description: messageOf(error), tone: 'danger' });
    }
  };
}

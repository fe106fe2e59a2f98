'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { RegisterRecord } from '@/server/modules/register/contract';

/** Has everything that shows registers ask again. */
export function useRefreshRegisters() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries(trpc.register.pathFilter()),
      client.invalidateQueries(trpc.decisionList.pathFilter()),
    ]);
}

/** Brings a deleted register back. */
export function useRestoreRegister(workspace: string): (slug: string) => Promise<RegisterRecord | null> {
  const trpc = useTRPC();
  const refresh = useRefreshRegisters();
  const restore = useMutation(trpc.register.restore.mutationOptions());
  return async (slug) => {
    try {
      const register = await restore.mutateAsync({ workspace, slug });
      await refresh();
      showToast({ title: `${register.name} is back.`, tone: 'ok' });
      return register;
    } catch (error) {
      showToast({ title: 'The register is still deleted.', description: messageOf(error), tone: 'danger' });
      return null;
    }
  };
}

/** Deletes an empty register and offers the way back instead of asking first. One with records is refused. */
export function useDeleteRegister(workspace: string): (register: RegisterRecord) => Promise<boolean> {
  const trpc = useTRPC();
  const refresh = useRefreshRegisters();
  const restore = useRestoreRegister(workspace);
  const remove = useMutation(trpc.register.delete.mutationOptions());
  return async ({ slug, name, version }) => {
    try {
      await remove.mutateAsync({ workspace, slug, version });
      await refresh();
      showToast({ title: `${name} is deleted.`, undo: () => void restore(slug) });
      return true;
    } catch (error) {
      showToast({ title: `${name} was not deleted.`, description: messageOf(error), tone: 'danger' });
      return false;
    }
  };
}

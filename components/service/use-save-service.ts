'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { ServiceRecord } from '@/server/modules/service/contract';

/** Puts what the server answered where every list and page looks for it. */
export function useAdoptService(workspace: string): (record: ServiceRecord) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (record) => {
    client.setQueryData(trpc.service.get.queryKey({ workspace, key: record.key }), record);
    void client.invalidateQueries(trpc.service.pathFilter());
    void client.invalidateQueries(trpc.backlog.pathFilter());
    void client.invalidateQueries(trpc.home.pathFilter());
  };
}

/** Brings a deleted service back. Answers it, or null when that did not work and was said. */
export function useRestoreService(workspace: string): (key: string) => Promise<ServiceRecord | null> {
  const trpc = useTRPC();
  const adopt = useAdoptService(workspace);
  const restore = useMutation(trpc.service.restore.mutationOptions());
  return async (key) => {
    try {
      const record = await restore.mutateAsync({ workspace, key });
      adopt(record);
      showToast({ title: `${key} is back.`, tone: 'ok' });
      return record;
    } catch (error) {
      showToast({ title: `${key} is still deleted.`, description: messageOf(error), tone: 'danger' });
      return null;
    }
  };
}

/** Deletes a service and offers the way back instead of asking first. */
export function useDeleteService(workspace: string, onDeleted: () => void): (service: ServiceRecord) => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const restore = useRestoreService(workspace);
  const remove = useMutation(trpc.service.delete.mutationOptions());
  return async ({ key, version }) => {
    try {
      await remove.mutateAsync({ workspace, key, version });
      onDeleted();
      client.removeQueries(trpc.service.get.queryFilter({ workspace, key }));
      void client.invalidateQueries(trpc.service.pathFilter());
      void client.invalidateQueries(trpc.backlog.pathFilter());
      void client.invalidateQueries(trpc.home.pathFilter());
      showToast({ title: `${key} is deleted.`, undo: () => void restore(key) });
    } catch (error) {
      showToast({ title: `${key} was not deleted.`, description: messageOf(error), tone: 'danger' });
    }
  };
}

'use client';

import { useMutation } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionName } from './decision-words';
import { useAdoptDecision } from './use-adopt-decision';

/** Brings a deleted decision back. */
export function useRestoreDecision(workspace: string) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const restore = useMutation(trpc.decision.restore.mutationOptions());
  const run = async (decision: DecisionRecord) => {
    try {
      adopt(await restore.mutateAsync({ workspace, id: decision.id }));
      showToast({ title: `${decisionName(decision)} is back.`, tone: 'ok' });
    } catch (error) {
      showToast({
        title: `${decisionName(decision)} is still deleted.`,
        description: messageOf(error),
        tone: 'danger',
      });
    }
  };
  return { restore: run, pending: restore.isPending };
}

/** Deletes a decision and offers the way back instead of asking first. */
export function useDeleteDecision(workspace: string, decision: DecisionRecord): () => Promise<void> {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const { restore } = useRestoreDecision(workspace);
  const remove = useMutation(trpc.decision.delete.mutationOptions());
  return async () => {
    try {
      const deleted = await remove.mutateAsync({ workspace, id: decision.id });
      adopt(deleted);
      showToast({ title: `${decisionName(decision)} is deleted.`, undo: () => void restore(deleted) });
    } catch (error) {
      showToast({ title: `${decisionName(decision)} was not deleted.`, description: messageOf(error), tone: 'danger' });
    }
  };
}

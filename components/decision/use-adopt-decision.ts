'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import type { DecisionRecord } from '@/server/modules/decision/contract';

/** Puts what the server answered where the page looks for it, and lets everything beside it fetch again. */
export function useAdoptDecision(workspace: string): (record: DecisionRecord) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (record) => {
    client.setQueryData(trpc.decision.get.queryKey({ workspace, id: record.id }), record);
    // Other records may show the other end of what was changed here.
    void client.invalidateQueries({
      ...trpc.decision.pathFilter(),
      refetchType: 'active',
      predicate: (query) => JSON.stringify(query.queryKey).includes(record.id) === false,
    });
    for (const router of [trpc.decisionList, trpc.decisionRevision, trpc.decisionReview, trpc.register]) {
      void client.invalidateQueries(router.pathFilter());
    }
  };
}

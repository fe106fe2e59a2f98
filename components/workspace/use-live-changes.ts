'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '@/components/query/trpc';

/**
 * Keeps what is on screen true: every committed change of the workspace makes the queries it touches fetch again. Nothing
 * moves that a person is typing in, because forms keep what they were opened with. Returns whether the line is up.
 */
export function useLiveChanges(workspace: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stream = useSubscription(
    trpc.change.stream.subscriptionOptions(
      { workspace },
      {
        onData: ({ data: changes }) => {
          const touched = new Set(changes.map((change) => change.subjectType));
          const has = (...types: string[]) => types.some((type) => touched.has(type));
          const refetch = (filter: { queryKey?: readonly unknown[] }) => void queryClient.invalidateQueries(filter);
          if (has('debt', 'debtImport', 'workspace')) {
            for (const router of [trpc.backlog, trpc.debt, trpc.decision, trpc.home, trpc.service])
              refetch(router.pathFilter());
          }
          if (has('decision', 'register', 'registerImport', 'thread', 'workspace')) {
            const about = [trpc.decisionList, trpc.decision, trpc.decisionReview, trpc.decisionRevision, trpc.thread];
            for (const router of [...about, trpc.home]) refetch(router.pathFilter());
          }
          if (has('decision', 'register', 'registerImport', 'template')) refetch(trpc.register.pathFilter());
          if (has('service', 'team'))
            for (const router of [trpc.service, trpc.team, trpc.backlog]) refetch(router.pathFilter());
          if (has('member', 'invitation', 'team'))
            for (const router of [trpc.member, trpc.invitation, trpc.team]) refetch(router.pathFilter());
          if (has('token')) refetch(trpc.token.pathFilter());
          if (has('workspace', 'member')) refetch(trpc.workspace.pathFilter());
        },
      },
    ),
  );
  return { status: stream.status, reconnect: stream.reset };
}

'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { decisionEditPath } from '@/components/decision/decision-path';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';

/** Begins a draft that will supersede a decision, and goes to write it. */
export function useSucceed(workspace: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const succeed = useMutation(
    trpc.decision.succeed.mutationOptions({
      onSuccess: (draft) => {
        void client.invalidateQueries(trpc.decisionList.pathFilter());
        router.push(decisionEditPath(workspace, draft.register.slug, draft.id));
      },
      onError: (error) =>
        showToast({ title: 'No successor was begun.', description: messageOf(error), tone: 'danger' }),
    }),
  );
  return {
    isPending: succeed.isPending,
    write: ({ id }: { id: string }) => succeed.mutate({ workspace, id }),
  };
}

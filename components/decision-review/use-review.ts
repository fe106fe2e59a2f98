'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { propertyOf } from '@/components/query/property';
import { codeOf, detailsOf, messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { ReviewRecord } from '@/server/modules/decision-review/contract';
import type { VerdictKind } from './review-words';

/** The revision that a refused answer should have been about; null for every other error. */
function currentRevision(error: unknown): number | null {
  const revision = codeOf(error) === 'stale' ? propertyOf(propertyOf(detailsOf(error), 'current'), 'revision') : null;
  return typeof revision === 'number' ? revision : null;
}

/** The review of a decision and everything one can do in it. Answers are about the revision that is on screen. */
export function useReview(workspace: string, decision: DecisionRecord) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const one = { workspace, decision: decision.id };
  const query = useQuery(trpc.decisionReview.get.queryOptions(one));
  const [refusedFor, setRefusedFor] = useState(decision.revision);

  const adopt = (review: ReviewRecord) => {
    client.setQueryData(trpc.decisionReview.get.queryKey(one), review);
    for (const router of [trpc.decision, trpc.decisionList, trpc.home])
      void client.invalidateQueries(router.pathFilter());
    void client.invalidateQueries(trpc.decisionReview.waiting.pathFilter());
  };
  const complain = (error: unknown) =>
    showToast({ title: 'Nothing was changed.', description: messageOf(error), tone: 'danger' });
  const told = { onSuccess: adopt, onError: complain };
  const answer = useMutation(trpc.decisionReview.answer.mutationOptions({ onSuccess: adopt }));
  const request = useMutation(trpc.decisionReview.request.mutationOptions(told));
  const withdrawRequest = useMutation(trpc.decisionReview.withdrawRequest.mutationOptions(told));
  const withdraw = useMutation(trpc.decisionReview.withdraw.mutationOptions(told));
  const dismiss = useMutation(trpc.decisionReview.dismiss.mutationOptions({ onSuccess: adopt }));

  const refused = currentRevision(answer.error);
  const known = Math.max(query.data?.revision ?? 0, refused ?? 0);
  const isOutdated = known > decision.revision;

  return {
    query,
    review: query.data ?? null,
    /** The revision that is stored, where another one is on screen. */
    newer: isOutdated ? known : null,
    /** Whether the newer text was noticed by an answer that was refused for it. */
    wasRefused: isOutdated && refused !== null && refusedFor === decision.revision,
    readAgain: () => {
      answer.reset();
      void client.invalidateQueries(trpc.decision.pathFilter());
      void client.invalidateQueries(trpc.decisionReview.pathFilter());
      void client.invalidateQueries(trpc.decisionRevision.pathFilter());
    },
    answering: answer.isPending,
    problem: answer.error && refused === null ? (problemsOf(answer.error).comment ?? messageOf(answer.error)) : null,
    /** Whether the answer was taken. */
    answer: async (kind: VerdictKind, comment = ''): Promise<boolean> => {
      setRefusedFor(decision.revision);
      try {
        await answer.mutateAsync({ ...one, revision: decision.revision, kind, comment });
        return true;
      } catch {
        return false;
      }
    },
    forget: answer.reset,
    request: (asked: { members?: string[]; teams?: string[] }) => request.mutate({ ...one, ...asked }),
    requesting: request.isPending,
    withdrawRequest: (id: string, again: { members?: string[]; teams?: string[] }, name: string) =>
      withdrawRequest.mutate(
        { ...one, request: id },
        {
          onSuccess: () =>
            showToast({ title: `${name} is not asked any more.`, undo: () => request.mutate({ ...one, ...again }) }),
        },
      ),
    withdraw: (verdict: string) => withdraw.mutate({ ...one, verdict }),
    dismiss: (verdict: string, reason: string) => dismiss.mutateAsync({ ...one, verdict, reason }),
    dismissal: { pending: dismiss.isPending, error: dismiss.error, reset: dismiss.reset },
  };
}

export type Review = ReturnType<typeof useReview>;

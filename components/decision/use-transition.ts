'use client';

import { useMutation } from '@tanstack/react-query';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { DecisionStatus } from '@/server/domain/decision/status';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionName } from './decision-words';
import { staleDecision } from './stale-decision';
import { statusLooks } from './status-look';
import { useAdoptDecision } from './use-adopt-decision';

export type Step = { to: DecisionStatus; reason?: string; supersededBy?: string };

function resultText(record: DecisionRecord, had: number | null): string {
  if (record.status === 'accepted' && had === null && record.number !== null) {
    return `Accepted as ${record.register.slug} ${record.number}.`;
  }
  return `${decisionName(record)} is ${statusLooks[record.status].label.toLowerCase()} now.`;
}

/** Changes the status of a decision. What the server refuses is said in its own words. */
export function useTransition(workspace: string, decision: DecisionRecord, onDone?: () => void) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const transition = useMutation(trpc.decision.transition.mutationOptions());
  const run = async (step: Step): Promise<boolean> => {
    try {
      const record = await transition.mutateAsync({
        workspace,
        id: decision.id,
        version: decision.version,
        ...step,
      });
      adopt(record);
      showToast({ title: resultText(record, decision.number), tone: 'ok' });
      onDone?.();
      return true;
    } catch (error) {
      const current = await staleDecision(error);
      if (current) adopt(current);
      return false;
    }
  };
  const problems = problemsOf(transition.error);
  const refusal =
    transition.error && !problems.reason ? (Object.values(problems)[0] ?? messageOf(transition.error)) : null;
  return { run, pending: transition.isPending, reasonProblem: problems.reason, refusal };
}

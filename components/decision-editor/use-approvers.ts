'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import type { DecisionRecord } from '@/server/modules/decision/contract';

/** Whose approvals of the text as it is saved an edit would drop. */
export function useApprovers(workspace: string, record: DecisionRecord): readonly string[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.decisionReview.get.queryOptions({ workspace, decision: record.id }));
  return (data?.reviewers ?? []).flatMap(({ person, verdict }) => {
    const holds = verdict && verdict.endedAt === null && verdict.revision === record.revision;
    const approves = verdict?.kind === 'approve' || verdict?.kind === 'disagreeAndCommit';
    return holds && approves ? [person.name] : [];
  });
}

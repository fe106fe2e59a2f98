'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { type DecisionHint, decisionHints } from '@/server/domain/decision/hint';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { DraftText } from './merge-text';

/** What a reader of this text may miss, as it is being written. */
export function useHints(workspace: string, record: DecisionRecord, text: DraftText): DecisionHint[] {
  const trpc = useTRPC();
  const review = useQuery(trpc.decisionReview.get.queryOptions({ workspace, decision: record.id })).data;
  const { revisitOn, revisitCondition, expiresOn, status, template } = record;
  return decisionHints({
    ...text,
    revisitOn,
    revisitCondition,
    expiresOn,
    status,
    template,
    reviewers: review?.reviewers.length ?? record.approvals,
  });
}

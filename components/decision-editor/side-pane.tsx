'use client';

import { useQuery } from '@tanstack/react-query';
import { ChecklistSection } from '@/components/decision/checklist-section';
import { FactSection } from '@/components/decision/fact-section';
import { useTRPC } from '@/components/query/trpc';
import { decisionHints } from '@/server/domain/decision/hint';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { HintPanel } from './hint-panel';
import type { DraftText } from './merge-text';

export type SidePaneProps = {
  workspace: string;
  record: DecisionRecord;
  text: DraftText;
  onGo: (heading: string) => void;
};

/** Beside the text: what a reader may miss, and what belongs to the decision without being text. */
export function SidePane({ workspace, record, text, onGo }: SidePaneProps) {
  const trpc = useTRPC();
  const review = useQuery(trpc.decisionReview.get.queryOptions({ workspace, decision: record.id })).data;
  const { revisitOn, revisitCondition, expiresOn, status, template } = record;
  const hints = decisionHints({
    ...text,
    revisitOn,
    revisitCondition,
    expiresOn,
    status,
    template,
    reviewers: review?.reviewers.length ?? record.approvals,
  });
  return (
    <>
      <HintPanel hints={hints} onGo={onGo} />
      <FactSection workspace={workspace} decision={record} />
      <p className="mt-2 text-label text-ink-3">Facts are saved as you change them. They drop no approval.</p>
      <ChecklistSection workspace={workspace} decision={record} />
    </>
  );
}

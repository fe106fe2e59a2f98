'use client';

import { ChecklistSection } from '@/components/decision/checklist-section';
import { FactSection } from '@/components/decision/fact-section';
import type { DecisionHint } from '@/server/domain/decision/hint';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { HintPanel } from './hint-panel';

export type SidePaneProps = {
  workspace: string;
  record: DecisionRecord;
  hints: readonly DecisionHint[];
  onGo: (heading: string) => void;
};

/** Beside the text: what a reader may miss, and what belongs to the decision without being text. */
export function SidePane({ workspace, record, hints, onGo }: SidePaneProps) {
  return (
    <>
      <HintPanel hints={hints} onGo={onGo} />
      <FactSection workspace={workspace} decision={record} />
      <p className="mt-2 text-label text-ink-3">Facts are saved as you change them. They drop no approval.</p>
      <ChecklistSection workspace={workspace} decision={record} />
    </>
  );
}

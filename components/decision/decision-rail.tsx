'use client';

import { ReviewRail } from '@/components/decision-review/review-rail';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { ActSection } from './act-section';
import { ChecklistSection } from './checklist-section';
import { DebtSection } from './debt-section';
import { FactSection } from './fact-section';
import { RelationSection } from './relation-section';
import { SourceSection } from './source-section';

/** What stands beside a decision: its review, the debt it takes on, what it hangs together with, and its facts. */
export function DecisionRail({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const shared = { workspace, decision };
  return (
    // The first part needs no line above it, whichever it is.
    <div className="[&>section:first-child]:mt-0 [&>section:first-child]:border-t-0 [&>section:first-child]:pt-0">
      <ReviewRail {...shared} />
      <DebtSection {...shared} />
      <RelationSection {...shared} />
      <ChecklistSection {...shared} />
      <FactSection {...shared} />
      <SourceSection {...shared} />
      <ActSection decision={decision} />
    </div>
  );
}

'use client';

import { DefinitionList } from '@/components/ui/definition-list';
import { TextButton } from '@/components/ui/text-link';
import { dayText } from '@/server/domain/scoring/day';
import { missingNeeds, quadrantGuides } from '@/server/domain/scoring/quadrant';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { useToday } from './use-today';
import { verdictText } from './verdict-text';

export type RepaymentFactsProps = {
  debt: DebtRecord;
  /** Opens the edit view; left out for those who may not. */
  onEdit?: () => void;
};

/** How the debt came about, how it is repaid and when it is looked at again; asks for what its quadrant needs. */
export function RepaymentFacts({ debt, onEdit }: RepaymentFactsProps) {
  const today = useToday();
  const guide = debt.quadrant ? quadrantGuides[debt.quadrant] : null;
  const missing = missingNeeds(debt);
  const isDue = debt.revisitOn !== null && debt.revisitOn <= today;
  const revisit = [
    debt.revisitOn ? dayText(debt.revisitOn) : null,
    debt.revisitTrigger ? lowerFirst(debt.revisitTrigger) : null,
  ]
    .filter(Boolean)
    .join(', or when ');
  const quadrant = guide ? `${guide.label}: ${lowerFirst(guide.looksLike)}` : null;
  return (
    <>
      <DefinitionList
        items={[
          debt.notDebtReason
            ? { term: 'Not debt', value: verdictText(debt.notDebtReason) }
            : { term: 'Quadrant', value: quadrant, note: null },
          {
            term: 'Plan',
            value: debt.repaymentPlan ? <span className="whitespace-pre-line">{debt.repaymentPlan}</span> : null,
          },
          {
            term: 'Revisit',
            value: revisit ? (
              <span className={isDue ? 'text-warn' : undefined}>{`${revisit}${isDue ? ', due' : ''}`}</span>
            ) : null,
          },
        ]}
      />
      {guide && missing.length > 0 ? (
        <p className="mt-2 text-warn">
          {guide.asksFor} {onEdit ? <TextButton onClick={onEdit}>Write it down</TextButton> : null}
        </p>
      ) : null}
    </>
  );
}

// A word in capitals, such as a product's name, keeps them.
function lowerFirst(text: string): string {
  if (/^\p{Lu}[\p{Lu}\d]/u.test(text)) return text;
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

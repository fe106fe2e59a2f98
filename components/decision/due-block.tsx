'use client';

import { CalendarClock } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { dueText } from './decision-words';

type DueBlockProps = { decision: DecisionRecord; onReaffirm: () => void; onSucceed: () => void };

/** Says that a decision asks to be looked at, why, and what can be answered. */
export function DueBlock({ decision, onReaffirm, onSucceed }: DueBlockProps) {
  if (!decision.due) return null;
  const asked = decision.conditionNote || decision.revisitCondition;
  return (
    <Banner
      className="mb-5 max-w-[856px]"
      icon={CalendarClock}
      title={`${dueText(decision)}.`}
      actions={
        decision.abilities.edit ? (
          <>
            <Button size="sm" variant="ghost" onClick={onSucceed}>
              Write a successor
            </Button>
            <Button size="sm" kbd="r" onClick={onReaffirm}>
              Reaffirm
            </Button>
          </>
        ) : null
      }
    >
      {asked ? asked : 'Does it still hold?'}
    </Banner>
  );
}

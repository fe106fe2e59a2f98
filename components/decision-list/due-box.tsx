'use client';

import { CalendarClock } from 'lucide-react';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';

function headline(decision: DecisionRecord): string {
  const { due, conditionMetAt, expiresOn, revisitOn } = decision;
  if (due === 'conditionMet') {
    return conditionMetAt ? `Its condition was met on ${dayText(dateToDay(conditionMetAt))}` : 'Its condition is met';
  }
  const day = due === 'expired' ? expiresOn : revisitOn;
  return `${due === 'expired' ? 'Expired' : 'Due since'}${day ? ` ${dayText(day)}` : ''}`;
}

/** When the day that has come was set: at the last reaffirmation, or when the decision was accepted. */
function askedOn({ acts }: DecisionRecord): string | null {
  const times = acts.filter((act) => act.kind === 'reaffirm' || act.to === 'accepted').map((act) => act.at.getTime());
  return times.length > 0 ? dateToDay(new Date(Math.max(...times))) : null;
}

/** Why a decision asks to be looked at again, and what was asked. */
export function DueBox({ decision }: { decision: DecisionRecord }) {
  if (!decision.due) return null;
  const asked = askedOn(decision);
  const { revisitCondition, conditionNote } = decision;
  return (
    <section aria-label="Due" className="rounded-well bg-sunken px-3 py-2.5">
      <p className="flex items-center gap-1.5 font-medium text-warn">
        <CalendarClock aria-hidden className="size-3.5 shrink-0" />
        {headline(decision)}
      </p>
      {conditionNote ? <p className="mt-1 text-label text-ink-2 [overflow-wrap:anywhere]">{conditionNote}</p> : null}
      {revisitCondition ? (
        <p className="mt-1 text-label text-ink-2 [overflow-wrap:anywhere]">
          {asked ? `Asked on ${dayText(asked)}: ` : 'Asked: '}
          {revisitCondition}
        </p>
      ) : null}
    </section>
  );
}

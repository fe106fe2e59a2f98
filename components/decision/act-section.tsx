'use client';

import { useState } from 'react';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { actText } from './decision-words';
import { RailSection } from './rail-section';

const shownAtFirst = 6;

/** What was done with a decision, by whom and why, the latest first. */
export function ActSection({ decision }: { decision: DecisionRecord }) {
  const [isWhole, setIsWhole] = useState(false);
  const acts = decision.acts.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const shown = isWhole ? acts : acts.slice(0, shownAtFirst);
  const begun = decision.sourcePath ? 'Imported' : decision.createdBy ? `${decision.createdBy} began it` : 'Begun';
  return (
    <RailSection
      title="What was done"
      action={
        acts.length > shown.length ? (
          <TextButton look="bare" className="px-1.5 py-1.5 text-label" onClick={() => setIsWhole(true)}>
            all {acts.length}
          </TextButton>
        ) : null
      }
    >
      <ol className="flex flex-col gap-2">
        {shown.map((act) => (
          <li key={act.id} className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-2">
            <LocalTime at={act.at} form="day" className="text-label leading-5 text-ink-3" />
            <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
              {actText(act)}
              {act.reason ? <q className="block text-label">{act.reason}</q> : null}
            </span>
          </li>
        ))}
        {shown.length === acts.length ? (
          <li className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-2">
            <span className="text-label leading-5 text-ink-3">{dayText(dateToDay(decision.createdAt))}</span>
            <span className="text-ink-2">{begun}</span>
          </li>
        ) : null}
      </ol>
    </RailSection>
  );
}

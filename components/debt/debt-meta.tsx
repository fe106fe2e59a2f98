'use client';

import { Fragment, type ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { agoText } from '@/server/domain/debt/age';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { isStale, staleAfterDays } from '@/server/domain/scoring/staleness';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { StateMenu } from './state-menu';
import { useToday } from './use-today';

/** The line under the title: state, owner, team, since when, and how old the score is. */
export function DebtMeta({ workspace, debt, className }: { workspace: string; debt: DebtRecord; className?: string }) {
  const today = useToday();
  const parts: { name: string; content: ReactNode }[] = [
    { name: 'state', content: <StateMenu workspace={workspace} debt={debt} /> },
    { name: 'owner', content: <Owner owner={debt.owner} /> },
  ];
  if (debt.team) parts.push({ name: 'team', content: debt.team.name });
  if (debt.incurredOn) {
    parts.push({
      name: 'incurred',
      content: `incurred ${dayText(debt.incurredOn)}, ${agoText(debt.incurredOn, today)}`,
    });
  }
  parts.push({ name: 'scored', content: <Scored scoredAt={debt.scoredAt} today={today} /> });
  return (
    <div
      className={cn(
        'mt-1.5 flex flex-wrap items-center gap-y-1 text-ink-2 max-sm:gap-x-3 max-sm:text-label',
        className,
      )}
    >
      {parts.map((part, index) => (
        <Fragment key={part.name}>
          {index > 0 ? <span aria-hidden className="mx-2 size-0.75 rounded-full bg-line-strong max-sm:hidden" /> : null}
          <span className="inline-flex min-h-6 items-center gap-2">{part.content}</span>
        </Fragment>
      ))}
    </div>
  );
}

function Owner({ owner }: { owner: DebtRecord['owner'] }) {
  if (!owner) return <span className="text-ink-3">nobody owns it</span>;
  return (
    <>
      <Avatar name={owner.name} id={owner.id} size="sm" decorative />
      {owner.name}
    </>
  );
}

function Scored({ scoredAt, today }: { scoredAt: Date | null; today: string }) {
  if (!scoredAt) return <span className="text-ink-3">not scored yet</span>;
  const day = dateToDay(scoredAt);
  if (!isStale(day, today)) return `scored ${agoText(day, today)}`;
  return (
    <span className="text-warn" title={`A score older than ${staleAfterDays} days is stale.`}>
      scored {agoText(day, today)}, stale
    </span>
  );
}

'use client';

import { decisionPath } from '@/components/decision/decision-path';
import { statusLooks } from '@/components/decision/status-look';
import { TONE_TEXT } from '@/components/ui/chip';
import { cn } from '@/components/ui/cn';
import { TextLink } from '@/components/ui/text-link';
import { dayText } from '@/server/domain/scoring/day';
import { byYear, type StatusChange } from './timeline-years';

type TimelineProps = { workspace: string; register: string; changes: readonly StatusChange[] };

/** The changes of status down the years, each on the line with its icon and word. */
export function TimelinePicture({ workspace, register, changes }: TimelineProps) {
  return (
    <div className="max-w-[816px]">
      {byYear(changes).map(({ year, changes: inYear }) => (
        <section key={year} className="grid-cols-[88px_minmax(0,1fr)] border-t border-line py-3 sm:grid">
          <header className="pb-1">
            <h2 className="text-panel font-semibold tabular-nums">{year}</h2>
            <p className="text-label text-ink-3">
              {inYear.length} {inYear.length === 1 ? 'change' : 'changes'}
            </p>
          </header>
          <ol className="relative before:absolute before:inset-y-2.5 before:left-[82.5px] before:w-px before:bg-line-strong">
            {inYear.map((change, index) => (
              <ChangeLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a decision can change to one status twice in a day
                key={`${change.decisionId}-${index}`}
                href={decisionPath(workspace, register, change.decisionId)}
                change={change}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function ChangeLine({ change, href }: { change: StatusChange; href: string }) {
  const look = statusLooks[change.to];
  const Icon = look.icon;
  return (
    <li className="relative flex gap-3 py-1.5 [contain-intrinsic-size:auto_52px] [content-visibility:auto]">
      <span className="w-16 shrink-0 pt-0.5 text-right text-label text-ink-2 tabular-nums" title={dayText(change.day)}>
        {dayText(change.day).split(' ').slice(0, 2).join(' ')}
      </span>
      <span className={cn('relative z-1 flex h-5.5 w-3.5 shrink-0 items-center bg-bg', TONE_TEXT[look.tone])}>
        <Icon aria-hidden className="size-3.5" />
      </span>
      <span className="min-w-0">
        <span className={cn('mr-2 text-label font-medium', TONE_TEXT[look.tone])}>{look.label}</span>
        <TextLink look="title" href={href} className="[overflow-wrap:anywhere]">
          {change.number === null ? null : <span className="mr-1.5 tabular-nums">{change.number}</span>}
          {change.title}
        </TextLink>
        <span className="block text-label text-ink-2 [overflow-wrap:anywhere]">
          {[change.by, change.reason].filter(Boolean).join(': ')}
        </span>
      </span>
    </li>
  );
}

'use client';

import {
  AtSign,
  CalendarClock,
  CircleDashed,
  Clock,
  Eye,
  FileCheck,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { LedgerLine, LedgerLines, LedgerRow } from '@/components/ui/ledger';
import type { Home, Need } from '@/server/modules/home/contract';
import { needWords } from './need-words';

const icons: Record<Need['kind'], LucideIcon> = {
  floor: TriangleAlert,
  acceptanceEnds: Hourglass,
  revisitDue: Eye,
  staleScores: Clock,
  unscored: CircleDashed,
  reviewWaiting: FileCheck,
  mention: AtSign,
  decisionDue: CalendarClock,
};

/** What waits for the reader, each with the one thing to do about it. */
export function NeedsSection({ workspace, home }: { workspace: string; home: Home }) {
  if (home.needs.length === 0) {
    return (
      <LedgerRow title="Needs you">
        <p className="text-ink-2">
          Nothing waits for you: nobody asks for your answer, your scores are fresh, and no acceptance ends soon.
        </p>
      </LedgerRow>
    );
  }
  return (
    <LedgerRow title="Needs you" note="people waiting come first">
      <LedgerLines className="max-sm:mt-0">
        {home.needs.map((need) => (
          <NeedLine key={keyOf(need)} workspace={workspace} need={need} today={home.today} />
        ))}
      </LedgerLines>
    </LedgerRow>
  );
}

function keyOf(need: Need): string {
  if (need.kind === 'mention') return `${need.kind} ${need.subject.href}`;
  if ('decisions' in need) return `${need.kind} ${need.decisions[0]?.id}`;
  return 'debts' in need ? `${need.kind} ${need.debts[0]?.key}` : need.kind;
}

function NeedLine({ workspace, need, today }: { workspace: string; need: Need; today: string }) {
  const Icon = icons[need.kind];
  const { title, detail, aside, action, href } = needWords(need, { workspace, today });
  return (
    <LedgerLine
      lead={<Icon aria-hidden className="size-4" />}
      title={title}
      detail={detail}
      aside={aside}
      action={
        <ButtonLink href={href} className="min-w-21" aria-label={`${action}: ${title}`}>
          {action}
        </ButtonLink>
      }
    />
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { debtPath } from '@/components/debt/debt-path';
import { decisionPath } from '@/components/decision/decision-path';
import { useTRPC } from '@/components/query/trpc';
import { TextLink } from '@/components/ui/text-link';
import { dateToDay, daysBetween } from '@/server/domain/field/day';
import { type DebtState, debtStates, stateLabels } from '@/server/domain/scoring/state';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { ThreadRecord } from '@/server/modules/thread/contract';

type SinceThenProps = { workspace: string; decision: DecisionRecord; today: string };

const threadsShown = 3;

function stateText(state: string): string {
  const known: DebtState | undefined = debtStates.find((one) => one === state);
  return known ? stateLabels[known].toLowerCase() : state;
}

function oneLine(text: string, longest: number): string {
  const plain = text
    .replace(/[*_`>#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** What came of a decision: the debts it took on or pays back, and what is still being discussed. */
export function SinceThen({ workspace, decision, today }: SinceThenProps) {
  const trpc = useTRPC();
  const threads = useQuery(
    trpc.thread.list.queryOptions(
      { workspace, subject: { type: 'decision', id: decision.id } },
      { enabled: decision.openThreads > 0 },
    ),
  );
  const open = (threads.data?.data ?? []).filter((thread) => thread.resolvedAt === null);
  if (decision.debts.length === 0 && decision.openThreads === 0) return null;
  const path = decisionPath(workspace, decision.register.slug, decision.id);
  return (
    <section className="mt-4" aria-labelledby="since-then">
      <h3 id="since-then" className="text-label font-normal text-ink-3">
        Since then
      </h3>
      <ul>
        {decision.debts.map((debt) => (
          <li key={`${debt.kind}-${debt.key}`} className="flex items-baseline gap-3 pt-1.5">
            <span className="min-w-0 flex-1">
              <TextLink look="title" href={debtPath(workspace, debt.key)}>
                {debt.title}
              </TextLink>
              <span className="block text-label text-ink-2">
                {debt.kind === 'incurs' ? 'debt it incurred' : 'debt it pays back'},{' '}
                <span className="whitespace-nowrap">{debt.key}</span>, {stateText(debt.state)}
              </span>
            </span>
            {debt.score === null ? (
              <span className="text-label text-ink-3">not scored</span>
            ) : (
              <b className="text-form font-semibold tabular-nums">
                <span className="sr-only">score </span>
                {debt.score.toFixed(1)}
              </b>
            )}
          </li>
        ))}
        {open.slice(0, threadsShown).map((thread) => (
          <ThreadLine key={thread.id} thread={thread} path={path} today={today} />
        ))}
      </ul>
      {decision.openThreads > threadsShown ? (
        <TextLink look="bare" href={path} className="mt-1.5 inline-block text-label">
          {decision.openThreads - threadsShown} more open threads
        </TextLink>
      ) : null}
    </section>
  );
}

function ThreadLine({ thread, path, today }: { thread: ThreadRecord; path: string; today: string }) {
  const root = thread.comments[0];
  const age = Math.max(0, daysBetween(dateToDay(thread.createdAt), today));
  const author = root?.author?.name ?? 'Somebody';
  return (
    <li className="flex items-baseline gap-3 pt-1.5">
      <span className="min-w-0 flex-1">
        <TextLink look="title" href={path} className="[overflow-wrap:anywhere]">
          {author}: {root ? oneLine(root.body, 90) : ''}
        </TextLink>
        <span className="block text-label text-ink-2">
          {thread.anchor ? `open thread on “${oneLine(thread.anchor.quote, 40)}”` : 'open thread'},{' '}
          {age === 0 ? 'today' : `${age} d`}
        </span>
      </span>
      <MessageSquare aria-hidden className="size-3.5 shrink-0 self-center text-ink-3" />
    </li>
  );
}

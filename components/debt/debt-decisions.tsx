'use client';

import { useQuery } from '@tanstack/react-query';
import { decisionPath } from '@/components/decision/decision-path';
import { useTRPC } from '@/components/query/trpc';
import { TextLink } from '@/components/ui/text-link';
import { isOpenDecision } from '@/server/domain/decision/status';
import type { DebtDecision } from '@/server/modules/decision/contract';

/** "would resolve it, proposed", "incurred it, platform 12": what is not in force has not happened. */
function linkText({ kind, number, status, register }: DebtDecision): string {
  const name = number === null ? register.slug : `${register.slug} ${number}`;
  if (isOpenDecision(status)) return `would ${kind === 'incurs' ? 'incur' : 'resolve'} it, ${status}`;
  const verb = kind === 'incurs' ? 'incurred it' : 'resolves it';
  return [verb, name, ...(status === 'accepted' ? [] : [status])].join(', ');
}

/** The decisions that took a debt on, and those that pay it back. */
export function DebtDecisions({ workspace, debtKey }: { workspace: string; debtKey: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.decision.forDebt.queryOptions({ workspace, debt: debtKey }));
  if (!data || data.length === 0) return <span className="text-ink-3">{data ? 'none' : ''}</span>;
  return (
    <ul className="flex flex-col gap-1.5">
      {data.map((decision) => (
        <li key={decision.id}>
          <TextLink look="title" href={decisionPath(workspace, decision.register.slug, decision.id)}>
            {decision.title}
          </TextLink>
          <span className="block text-label text-ink-2">{linkText(decision)}</span>
        </li>
      ))}
    </ul>
  );
}

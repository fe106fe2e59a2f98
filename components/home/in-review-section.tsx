'use client';

import { decisionPath } from '@/components/decision/decision-path';
import { Avatar } from '@/components/ui/avatar';
import { LedgerRow } from '@/components/ui/ledger';
import { TextLink } from '@/components/ui/text-link';
import type { Home, InReview } from '@/server/modules/home/contract';
import { daysAgoText } from './decision-need-words';

/** The proposals on their way, those that wait for the reader first. */
export function InReviewSection({ workspace, home }: { workspace: string; home: Home }) {
  const { data, total } = home.inReview;
  if (total === 0) return null;
  const all = `/w/${workspace}/decisions?status=proposed`;
  return (
    <LedgerRow
      title="In review"
      note={
        total > data.length ? (
          <>
            {data.length} of {total},{' '}
            <TextLink look="quiet" href={all}>
              show all
            </TextLink>
          </>
        ) : null
      }
    >
      <ul className="-my-2 divide-y divide-line max-sm:my-0">
        {data.map((decision) => (
          <Line key={decision.id} workspace={workspace} decision={decision} today={home.today} />
        ))}
      </ul>
    </LedgerRow>
  );
}

/** "1 of 2 approved", "1 approved", "none needed". */
function approvedText({ approvals, required }: InReview): string {
  if (required > 0) return `${approvals} of ${required} approved`;
  return approvals > 0 ? `${approvals} approved` : 'none needed';
}

function waitsText({ waitsFor, others, approvals, required }: InReview): string {
  if (waitsFor) return `waits for ${waitsFor}${others > 0 ? ` and ${others} more` : ''}`;
  return required > 0 && approvals < required ? 'nobody is asked' : 'can be decided';
}

function Line({ workspace, decision, today }: { workspace: string; decision: InReview; today: string }) {
  const { id, register, registerName, title, owner, waitsForMe, since } = decision;
  return (
    <li className="grid min-h-9 grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-2.5 py-1.5 sm:grid-cols-[20px_minmax(0,1fr)_116px_136px_44px]">
      {owner ? (
        <Avatar name={owner.name} id={owner.id} />
      ) : (
        <span aria-hidden className="size-5 rounded-full border border-dashed border-line-strong" />
      )}
      <span className="min-w-0 truncate">
        <TextLink look="title" href={decisionPath(workspace, register, id)}>
          {title}
        </TextLink>{' '}
        <span className="ml-1 text-label text-ink-2">{registerName}</span>
      </span>
      <span className="text-ink-2 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-label">
        {approvedText(decision)}
      </span>
      <span className={waitsForMe ? 'font-medium text-accent-text max-sm:hidden' : 'truncate text-ink-2 max-sm:hidden'}>
        {waitsForMe ? 'waits for you' : waitsText(decision)}
      </span>
      <span className="text-right text-label text-ink-3 tabular-nums">{daysAgoText(since, today)}</span>
    </li>
  );
}

'use client';

import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Ellipsis,
  Handshake,
  History,
  type LucideIcon,
  MessageCircleWarning,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { TONE_TEXT } from '@/components/ui/chip';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { TextLink } from '@/components/ui/text-link';
import type { Reviewer, VerdictRecord } from '@/server/modules/decision-review/contract';
import { changedSince, type ReviewerState, reviewerState } from './review-words';

const icons: Record<ReviewerState['kind'], LucideIcon> = {
  approve: CircleCheck,
  requestChanges: MessageCircleWarning,
  abstain: CircleMinus,
  disagreeAndCommit: Handshake,
  dropped: History,
  waiting: CircleDashed,
};

type Props = {
  reviewer: Reviewer;
  revision: number;
  today: Date;
  differenceHref: (compared: { from: number; to: number }) => string;
  /** Given where a request may be taken back. */
  onWithdrawRequest?: (requestId: string) => void;
  onDismiss: (verdict: VerdictRecord) => void;
};

/** One reviewer: who, what they said of which revision, and what an edit has made of it. */
export function ReviewerLine({ reviewer, revision, today, differenceHref, onWithdrawRequest, onDismiss }: Props) {
  const { person, isMe, verdict, requestId } = reviewer;
  const state = reviewerState(reviewer, today);
  const changed = changedSince(verdict, revision);
  const canDismiss = verdict?.abilities.dismiss ?? false;
  const canWithdrawRequest = onWithdrawRequest && requestId !== null;
  return (
    <PersonLine
      lead={<Avatar decorative name={person.name} id={person.id} />}
      name={isMe ? 'You' : person.name}
      state={state}
      menu={
        canDismiss || canWithdrawRequest ? (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`Answer and request of ${person.name}`} />}>
            {verdict && canDismiss ? <MenuItem label="Dismiss the answer" onSelect={() => onDismiss(verdict)} /> : null}
            {canWithdrawRequest ? (
              <MenuItem label="Take the request back" onSelect={() => onWithdrawRequest(requestId)} />
            ) : null}
          </Menu>
        ) : null
      }
    >
      {verdict?.comment ? (
        <p className="mt-0.5 text-label text-ink-2 [overflow-wrap:anywhere]">“{verdict.comment}”</p>
      ) : null}
      {changed ? (
        <p className="mt-0.5 text-label">
          <TextLink href={differenceHref(changed)}>Show what changed</TextLink>
        </p>
      ) : null}
    </PersonLine>
  );
}

type PersonLineProps = { lead: ReactNode; name: string; state: ReviewerState; menu?: ReactNode; children?: ReactNode };

/** A person or a team of the review, with where they stand under the name. */
export function PersonLine({ lead, name, state, menu, children }: PersonLineProps) {
  const Icon = icons[state.kind];
  return (
    <li className="group relative flex items-start gap-2.5">
      <span className="flex h-9 items-center">{lead}</span>
      <div className="min-w-0 flex-1">
        <p className="truncate leading-4.5 font-medium">{name}</p>
        <p
          className={cn(
            'flex items-start gap-1 text-label',
            state.tone === 'neutral' ? 'text-ink-3' : TONE_TEXT[state.tone],
          )}
        >
          <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="min-w-0">{state.text}</span>
        </p>
        {children}
      </div>
      {menu ? (
        <div className="absolute top-0 right-0 bg-surface opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-[[data-state=open]]:opacity-100 touch:static touch:opacity-100">
          {menu}
        </div>
      ) : null}
    </li>
  );
}

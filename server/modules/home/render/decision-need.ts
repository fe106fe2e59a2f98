import type { z } from 'zod';
import type { DecisionRow } from '@/server/modules/decision/contract';
import type { decisionListContract } from '@/server/modules/decision-list/contract';
import type { decisionReviewContract } from '@/server/modules/decision-review/contract';
import type { threadContract } from '@/server/modules/thread/contract';
import type { InReview, Need } from '../contract';

type Waiting = z.infer<typeof decisionReviewContract.waiting.output>;
type Mentions = z.infer<typeof threadContract.mentions.output>;
type Due = z.infer<typeof decisionListContract.due.output>;

const listed = 5;
const oneByOne = 3;

/** A line for each proposal while they are few, and beyond that one line for all of them. */
export function reviewNeeds(waiting: Waiting): Need[] {
  const line = (some: Waiting): Need[] => {
    const [first] = some;
    if (!first) return [];
    const decisions = some.map(({ decisionId: id, register, title }) => ({ id, register, number: null, title }));
    const revision = some.length === 1 ? first.revision : null;
    return [
      {
        kind: 'reviewWaiting',
        decisions: decisions.slice(0, listed),
        count: some.length,
        revision,
        since: first.requestedAt,
      },
    ];
  };
  return waiting.length <= oneByOne ? waiting.flatMap((one) => line([one])) : line(waiting);
}

/** A line for each page somebody was named on, since opening the page is what answers all of them. */
export function mentionNeeds(mentions: Mentions): Need[] {
  const pages = [...Map.groupBy(mentions, ({ subject }) => subject.href).values()];
  return pages.slice(0, listed).flatMap((onPage): Need[] => {
    const [latest] = onPage;
    if (!latest) return [];
    const { subject, author, excerpt, at } = latest;
    return [{ kind: 'mention', subject, author, excerpt, count: onPage.length, since: at }];
  });
}

/** A line for each record that is due while they are few, and beyond that one line for all of them. */
export function dueNeeds(due: Due): Need[] {
  const line = (some: Due): Need[] => {
    const [first] = some;
    if (!first) return [];
    const decisions = some.map(({ id, register, number, title }) => ({ id, register: register.slug, number, title }));
    const reason = some.length === 1 ? first.due : null;
    const { overdueDays } = first;
    return [{ kind: 'decisionDue', decisions: decisions.slice(0, listed), count: some.length, reason, overdueDays }];
  };
  return due.length <= oneByOne ? due.flatMap((one) => line([one])) : line(due);
}

type Asked = { memberId: string | null; name: string };

/** A proposal with whom it waits for: the caller, or the one who was asked first. */
export function presentInReview(
  row: DecisionRow,
  unanswered: Asked[],
  me: { memberId: string | null; waitsForMe: boolean },
): InReview {
  const { id, register, number, title, owner, approvals, statusChangedAt } = row;
  const others = unanswered.filter(({ memberId }) => memberId === null || memberId !== me.memberId);
  const [first] = others;
  return {
    id,
    register: register.slug,
    registerName: register.name,
    number,
    title,
    owner: owner && { id: owner.id, name: owner.name },
    approvals,
    required: register.approvalsRequired,
    waitsForMe: me.waitsForMe,
    waitsFor: first?.name ?? null,
    others: Math.max(others.length - 1, 0),
    since: statusChangedAt,
  };
}

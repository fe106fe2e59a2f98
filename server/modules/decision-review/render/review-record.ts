import { may, type WorkspaceScope } from '@/server/access/scope';
import type { Reviewer, ReviewRecord, VerdictRecord } from '../contract';
import type { StoredRequest, StoredVerdict, Subject } from '../repo';

const mostHistory = 200;

type StoredPerson = StoredVerdict['member'];

function presentPerson({ id, user }: StoredPerson): Reviewer['person'] {
  return { id, name: user.name, email: user.email };
}

/** Whether a person may set aside what somebody else said, and why not. */
export function refusalToDismiss(
  scope: WorkspaceScope,
  verdict: Pick<StoredVerdict, 'memberId' | 'endedAt'>,
): string | null {
  if (verdict.endedAt) return 'This answer does not hold any more; there is nothing to dismiss.';
  if (verdict.memberId === scope.memberId) return 'This is your own answer: withdraw it instead.';
  if (!may(scope, 'decision:write')) return 'Dismissing an answer needs an editor.';
  return null;
}

/** Whether a person may take an answer back, and why not. */
export function refusalToWithdraw(
  scope: WorkspaceScope,
  verdict: Pick<StoredVerdict, 'memberId' | 'endedAt'>,
): string | null {
  if (verdict.memberId !== scope.memberId) return 'Only who gave an answer may withdraw it. Dismiss it with a reason.';
  if (verdict.endedAt) return 'This answer does not hold any more; there is nothing to withdraw.';
  return may(scope, 'decision:review') ? null : 'Withdrawing an answer needs the role of a commenter.';
}

function presentVerdict(scope: WorkspaceScope, stored: StoredVerdict): VerdictRecord {
  const { id, revision, kind, comment, at, endedAt, endedAs, endReason } = stored;
  return {
    id,
    person: presentPerson(stored.member),
    revision,
    kind,
    comment,
    at,
    endedAt,
    endedAs,
    endedBy: stored.endedBy?.user.name ?? null,
    endReason,
    abilities: {
      dismiss: refusalToDismiss(scope, stored) === null,
      withdraw: refusalToWithdraw(scope, stored) === null,
    },
  };
}

/** By member: the answer that holds, or the one that an edit of the text took away. */
function latestVerdicts(verdicts: StoredVerdict[]): Map<string, StoredVerdict> {
  const latest = new Map<string, StoredVerdict>();
  for (const verdict of verdicts) if (!latest.has(verdict.memberId)) latest.set(verdict.memberId, verdict);
  for (const [memberId, { endedAs }] of latest) {
    if (endedAs !== null && endedAs !== 'edited') latest.delete(memberId);
  }
  return latest;
}

type Me = { id: string; user: { name: string; email: string } } | null;

type Facts = { subject: Subject; requests: StoredRequest[]; verdicts: StoredVerdict[]; me: Me };

function reviewersOf(scope: WorkspaceScope, { requests, verdicts, me }: Facts): Reviewer[] {
  const latest = latestVerdicts(verdicts);
  const teamOf = (memberId: string) =>
    requests.find(({ team }) => team?.members.some((member) => member.memberId === memberId));
  const present = (person: StoredPerson, own: StoredRequest | undefined): Reviewer => {
    const through = own ?? teamOf(person.id);
    const verdict = latest.get(person.id);
    return {
      person: presentPerson(person),
      isMe: person.id === scope.memberId,
      team: own || !through?.team ? null : { key: through.team.key, name: through.team.name },
      requestId: own?.id ?? null,
      requestedAt: through?.requestedAt ?? null,
      verdict: verdict ? presentVerdict(scope, verdict) : null,
    };
  };
  const reviewers = new Map<string, Reviewer>();
  for (const verdict of [...latest.values()].toReversed()) {
    const own = requests.find(({ member }) => member?.id === verdict.memberId);
    reviewers.set(verdict.memberId, present(verdict.member, own));
  }
  for (const request of requests) {
    const { member } = request;
    if (member && !reviewers.has(member.id)) reviewers.set(member.id, present(member, request));
  }
  if (me && !reviewers.has(me.id) && teamOf(me.id)) reviewers.set(me.id, present(me, undefined));
  // Whoever reads looks for the others first, and for what is left to do at the end.
  return [...reviewers.values()].toSorted((a, b) => Number(a.isMe) - Number(b.isMe));
}

/** How a decision stands with those who were asked, as one person sees it. */
export function presentReview(scope: WorkspaceScope, facts: Facts): ReviewRecord {
  const { subject, requests, verdicts } = facts;
  const current = verdicts.filter(({ endedAt, revision }) => endedAt === null && revision === subject.revision);
  const count = (kind: VerdictRecord['kind']) => current.filter((verdict) => verdict.kind === kind).length;
  const required = subject.register.approvalsRequired;
  const reviewers = reviewersOf(scope, facts);
  const own = current.find(({ memberId }) => memberId === scope.memberId);
  const isAsked = reviewers.some(({ isMe, requestedAt }) => isMe && requestedAt !== null);
  const isOpen = subject.status === 'proposed' && subject.deletedAt === null;
  const answer = isOpen && may(scope, 'decision:review') && scope.memberId !== null;
  const isDecided = subject.status !== 'proposed' && subject.status !== 'draft';
  return {
    decisionId: subject.id,
    revision: subject.revision,
    required,
    approvals: count('approve'),
    changesRequested: count('requestChanges'),
    isSatisfied: count('approve') >= required,
    reviewers,
    teams: requests.flatMap(({ id, team, requestedAt }) =>
      team ? [{ requestId: id, team: { key: team.key, name: team.name }, requestedAt }] : [],
    ),
    history: verdicts
      .filter(({ endedAt }) => endedAt !== null)
      .slice(0, mostHistory)
      .map((verdict) => presentVerdict(scope, verdict)),
    abilities: { request: may(scope, 'decision:write') && !isDecided && subject.deletedAt === null, answer },
    waitsForMe: answer && isAsked && !own,
    mine: own ? presentVerdict(scope, own) : null,
  };
}

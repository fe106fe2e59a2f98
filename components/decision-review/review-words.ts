import type { Tone } from '@/components/ui/chip';
import type { DecisionStatus } from '@/server/domain/decision/status';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { Reviewer, ReviewRecord, VerdictRecord } from '@/server/modules/decision-review/contract';

export type VerdictKind = VerdictRecord['kind'];

/** "17 Nov", and "17 Nov 2025" in another year than today's. */
export function shortDay(at: Date, today: Date): string {
  const full = dayText(dateToDay(at));
  return at.getUTCFullYear() === today.getUTCFullYear() ? full.slice(0, -5) : full;
}

const said: Record<VerdictKind, (revision: number) => string> = {
  approve: (revision) => `Approved revision ${revision}`,
  requestChanges: (revision) => `Requested changes to revision ${revision}`,
  abstain: (revision) => `Abstained from revision ${revision}`,
  disagreeAndCommit: (revision) => `Disagrees with revision ${revision}, commits to it`,
};

/** What somebody said of which revision. */
export function verdictText({ kind, revision }: Pick<VerdictRecord, 'kind' | 'revision'>): string {
  return said[kind](revision);
}

export type ReviewerState = { kind: VerdictKind | 'dropped' | 'waiting'; text: string; tone: Tone };

const tones: Record<VerdictKind, Tone> = {
  approve: 'ok',
  requestChanges: 'warn',
  abstain: 'neutral',
  disagreeAndCommit: 'neutral',
};

/** Where one reviewer stands, with the revision it is about: an approval of an older text holds no more. */
export function reviewerState({ verdict, requestedAt, team }: Omit<Reviewer, 'person'>, today: Date): ReviewerState {
  if (!verdict) {
    const since = requestedAt ? ` since ${shortDay(requestedAt, today)}` : '';
    return { kind: 'waiting', text: `Waiting${since}${team ? `, for ${team.name}` : ''}`, tone: 'neutral' };
  }
  const text = verdictText(verdict);
  const isDropped = verdict.endedAs !== null;
  if (isDropped && verdict.kind === 'approve')
    return { kind: 'dropped', text: `${text}, edited since`, tone: 'neutral' };
  const isShort = verdict.kind !== 'approve' || isDropped;
  return {
    kind: verdict.kind,
    text: isShort ? text : `${text} on ${shortDay(verdict.at, today)}`,
    tone: tones[verdict.kind],
  };
}

/** "1 of 2 approvals of revision 4". */
export function approvalsText({
  approvals,
  required,
  revision,
}: Pick<ReviewRecord, 'approvals' | 'required' | 'revision'>) {
  const of = `of revision ${revision}`;
  if (required > 0) return `${approvals} of ${required} ${required === 1 ? 'approval' : 'approvals'} ${of}`;
  if (approvals === 0) return `No approval ${of} yet`;
  return `${approvals} ${approvals === 1 ? 'approval' : 'approvals'} ${of}`;
}

type Standing = Pick<ReviewRecord, 'waitsForMe' | 'changesRequested' | 'isSatisfied' | 'required' | 'approvals'> & {
  reviewers: readonly unknown[];
  teams: readonly unknown[];
};

/** The review in a few words: what it waits for, or how it ended. */
export function reviewTitle(status: DecisionStatus, review: Standing): string {
  if (status === 'draft') return 'Not in review yet';
  if (status !== 'proposed') return 'Review';
  if (review.waitsForMe) return 'Waiting for your approval';
  if (review.changesRequested > 0) return 'Changes are requested';
  if (review.isSatisfied && review.approvals > 0) return 'Approved';
  if (review.required > 0 || review.reviewers.length + review.teams.length > 0) return 'Waiting for approval';
  return 'Nobody is asked yet';
}

const ends: Record<NonNullable<VerdictRecord['endedAs']>, (by: string) => string> = {
  edited: () => 'dropped by an edit of the text',
  replaced: () => 'replaced by another answer',
  withdrawn: () => 'withdrawn',
  dismissed: (by) => `dismissed by ${by}`,
};

/** How an answer ended: "dismissed by Ruth Osei on 17 Nov: answered in the thread". */
export function endText({ endedAs, endedBy, endedAt, endReason }: VerdictRecord, today: Date): string {
  if (!endedAs || !endedAt) return '';
  const reason = endReason ? `: ${endReason}` : '';
  return `${ends[endedAs](endedBy ?? 'somebody')} on ${shortDay(endedAt, today)}${reason}`;
}

/** The two revisions between which a dropped approval lost its text; null where it still holds. */
export function changedSince(verdict: VerdictRecord | null, revision: number): { from: number; to: number } | null {
  return verdict?.endedAs === 'edited' && verdict.revision < revision ? { from: verdict.revision, to: revision } : null;
}

/** Text with its full stop, unless it ends in one of its own or in a question. */
export function ended(text: string): string {
  return /[.!?…]”?$/.test(text) ? text : `${text}.`;
}

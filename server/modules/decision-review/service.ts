import type { z } from 'zod';
import { roleMay } from '@/server/access/permissions';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { teamIdsOf } from '@/server/modules/team/service';
import { now } from '@/server/platform/clock';
import { type Db, database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import { isDuplicate } from '@/server/platform/unique';
import type { decisionReviewContract, ReviewRecord, VerdictRecord } from './contract';
import { presentReview, refusalToDismiss, refusalToWithdraw } from './render/review-record';
import * as repo from './repo';

type Client = Db | Tx;
type Input<Name extends keyof typeof decisionReviewContract> = z.output<(typeof decisionReviewContract)[Name]['input']>;

const mostWaiting = 100;

async function mustFind(client: Client, scope: WorkspaceScope, decisionId: string): Promise<repo.Subject> {
  const subject = await repo.findSubject(client, scope, decisionId);
  if (!subject || subject.deletedAt) throw notFound('This decision');
  return subject;
}

/** Who was asked, who answered, and how it stands. Errors: `notFound`. */
export async function getReview(scope: WorkspaceScope, decisionId: string): Promise<ReviewRecord> {
  const client = database();
  const [subject, requests, verdicts, me] = await Promise.all([
    repo.findSubject(client, scope, decisionId),
    repo.findRequests(client, scope, decisionId),
    repo.findVerdicts(client, scope, decisionId),
    scope.memberId ? repo.findPerson(client, scope, scope.memberId) : null,
  ]);
  if (!subject) throw notFound('This decision');
  return presentReview(scope, { subject, requests, verdicts, me });
}

export type Standing = {
  revision: number;
  required: number;
  approvals: number;
  changesRequested: number;
  isSatisfied: boolean;
};

/** How many approvals the present text has and needs: what acceptance is decided by. Errors: `notFound`. */
export async function approvalStanding(client: Client, scope: WorkspaceScope, decisionId: string): Promise<Standing> {
  const { revision, register } = await mustFind(client, scope, decisionId);
  const counts = await repo.countStanding(client, scope, decisionId, revision);
  const of = (kind: VerdictRecord['kind']) => counts.find((one) => one.kind === kind)?._count ?? 0;
  const [approvals, required] = [of('approve'), register.approvalsRequired];
  return { revision, required, approvals, changesRequested: of('requestChanges'), isSatisfied: approvals >= required };
}

/** Ends what was said of the text before; to be called in the transaction that writes its next revision. */
export function endVerdictsForEdit(tx: Tx, scope: WorkspaceScope, decisionId: string): Promise<number> {
  return repo.endVerdicts(tx, scope, decisionId, { endedAt: now(), endedAs: 'edited' });
}

type Change = (tx: Tx, subject: repo.Subject, record: Recorder) => Promise<void>;

async function change(scope: WorkspaceScope, action: string, decisionId: string, work: Change): Promise<ReviewRecord> {
  await transact(scope, action, async (tx, record) => {
    await repo.lockDecision(tx, scope, decisionId);
    await work(tx, await mustFind(tx, scope, decisionId), record);
  });
  return getReview(scope, decisionId);
}

async function checkMembers(tx: Tx, scope: WorkspaceScope, ids: string[]): Promise<void> {
  const found = await repo.findMembers(tx, scope, ids);
  const missing = ids.find((id) => !found.some((member) => member.id === id));
  if (missing) throw invalid('members', `there is no member ${missing} in this workspace`);
  const reader = found.find(({ role }) => !roleMay(role, 'decision:review'));
  if (reader) {
    throw invalid('members', `${reader.user.name} may only read here and cannot answer; a commenter can.`);
  }
}

/**
 * Asks people and teams for their verdict; whoever is asked already stays asked. A draft waits with it until it is
 * proposed. Errors: `notFound`, `invalid` for a member or team that is not here, `conflict` for a decided record.
 */
export function requestReview(scope: WorkspaceScope, input: Input<'request'>): Promise<ReviewRecord> {
  const members = [...new Set(input.members)];
  if (members.length + input.teams.length === 0) throw invalid('members', 'name somebody, or a team, to ask.');
  return change(scope, 'decisionReview.request', input.decision, async (tx, subject, record) => {
    if (subject.status !== 'proposed' && subject.status !== 'draft') {
      throw new AppError('conflict', {
        userMessage: `This decision is ${subject.status}: a review is asked for while it is a draft or proposed.`,
      });
    }
    await checkMembers(tx, scope, members);
    const teamIds = await teamIdsOf(tx, scope, [...new Set(input.teams)]);
    const asked = [
      ...members.map((memberId) => ({ id: newId(), memberId })),
      ...teamIds.map((teamId) => ({ id: newId(), teamId })),
    ];
    const added = await repo.insertRequests(tx, scope, subject.id, asked, now());
    if (added > 0) record({ subjectType: 'decision', subjectId: subject.id, data: { members, teams: input.teams } });
  });
}

/** Takes a request back; an answer that was given stays. Errors: `notFound`. */
export function withdrawRequest(scope: WorkspaceScope, input: Input<'withdrawRequest'>): Promise<ReviewRecord> {
  return change(scope, 'decisionReview.withdrawRequest', input.decision, async (tx, subject, record) => {
    const request = await repo.findRequest(tx, scope, subject.id, input.request);
    if (!request) throw notFound('This request');
    if (request.withdrawnAt) return;
    await repo.withdrawRequest(tx, scope, request.id, now());
    record({ subjectType: 'decision', subjectId: subject.id, data: { request: request.id } });
  });
}

const said: Record<VerdictRecord['kind'], string> = {
  approve: 'approved',
  requestChanges: 'asked for changes to',
  abstain: 'abstained from',
  disagreeAndCommit: 'disagreed with, and committed to,',
};

function alreadySaid(kind: VerdictRecord['kind'], revision: number): AppError {
  return new AppError('conflict', { userMessage: `You have ${said[kind]} revision ${revision} already.` });
}

function checkAnswerable(subject: repo.Subject, input: Input<'answer'>): void {
  if (subject.status === 'draft') {
    throw new AppError('conflict', {
      userMessage: 'This is a draft, whose text is not fixed yet. It can be answered once it is proposed.',
    });
  }
  if (subject.status !== 'proposed') {
    throw new AppError('conflict', {
      userMessage: `This decision is ${subject.status}: an answer is given while it is proposed.`,
    });
  }
  if (input.revision > subject.revision) {
    throw invalid('revision', `there is no revision ${input.revision}; the latest is ${subject.revision}`);
  }
  if (input.revision < subject.revision) {
    throw new AppError('stale', {
      userMessage: `You read revision ${input.revision}, and the text is at revision ${subject.revision} now. Read what changed, then answer that one.`,
      details: { current: { revision: subject.revision }, sent: { revision: input.revision } },
    });
  }
  if (input.kind === 'requestChanges' && input.comment === '') {
    throw invalid('comment', 'say what has to change.');
  }
}

/**
 * Gives the caller's verdict on the revision that they read; another one of theirs is replaced by it.
 * Errors: `stale` when the text has moved on, with the current revision; `conflict` for the same verdict again and for
 * a record that is not proposed; `invalid` for changes asked for without a word, and for a revision that is not there.
 */
export function answer(scope: WorkspaceScope, input: Input<'answer'>): Promise<ReviewRecord> {
  const { kind, revision, comment } = input;
  return change(scope, 'decisionReview.answer', input.decision, async (tx, subject, record) => {
    const { memberId } = scope;
    if (!memberId) throw new AppError('forbidden', { userMessage: 'Only a person can answer a review.' });
    checkAnswerable(subject, input);
    const before = await repo.findStanding(tx, scope, subject.id, memberId);
    if (before?.kind === kind && before.revision === revision) throw alreadySaid(kind, revision);
    const at = now();
    if (before) await repo.endVerdict(tx, scope, before.id, { endedAt: at, endedAs: 'replaced' });
    const id = newId();
    await repo.insertVerdict(tx, scope, { id, decisionId: subject.id, memberId, revision, kind, comment, at });
    record({ subjectType: 'decision', subjectId: subject.id, data: { verdict: id, kind, revision } });
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? alreadySaid(kind, revision) : error;
  });
}

async function mustFindVerdict(tx: Tx, scope: WorkspaceScope, subject: repo.Subject, id: string) {
  const verdict = await repo.findVerdict(tx, scope, subject.id, id);
  if (!verdict) throw notFound('This answer');
  return verdict;
}

/** Takes one's own answer back. Errors: `notFound`, `forbidden` for another's, `conflict` when it has ended. */
export function withdrawVerdict(scope: WorkspaceScope, input: Input<'withdraw'>): Promise<ReviewRecord> {
  return change(scope, 'decisionReview.withdraw', input.decision, async (tx, subject, record) => {
    const verdict = await mustFindVerdict(tx, scope, subject, input.verdict);
    const refusal = refusalToWithdraw(scope, verdict);
    if (refusal) throw new AppError(verdict.endedAt ? 'conflict' : 'forbidden', { userMessage: refusal });
    await repo.endVerdict(tx, scope, verdict.id, { endedAt: now(), endedAs: 'withdrawn' });
    record({ subjectType: 'decision', subjectId: subject.id, data: { verdict: verdict.id } });
  });
}

/** Sets another's answer aside and says why. Errors: `notFound`, `forbidden` for one's own, `conflict` when it ended. */
export function dismissVerdict(scope: WorkspaceScope, input: Input<'dismiss'>): Promise<ReviewRecord> {
  return change(scope, 'decisionReview.dismiss', input.decision, async (tx, subject, record) => {
    const verdict = await mustFindVerdict(tx, scope, subject, input.verdict);
    const refusal = refusalToDismiss(scope, verdict);
    if (refusal) throw new AppError(verdict.endedAt ? 'conflict' : 'forbidden', { userMessage: refusal });
    const end = { endedAt: now(), endedAs: 'dismissed', endReason: input.reason } as const;
    await repo.endVerdict(tx, scope, verdict.id, end);
    record({ subjectType: 'decision', subjectId: subject.id, data: { verdict: verdict.id, reason: input.reason } });
  });
}

/** Proposals that wait for the caller's verdict, the longest waiting first, at most 100. */
export async function listWaiting(scope: WorkspaceScope): Promise<repo.Waiting[]> {
  if (!scope.memberId || !may(scope, 'decision:review')) return [];
  return repo.findWaiting(database(), scope, scope.memberId, mostWaiting);
}

/** Who was asked about some proposals and has not answered yet, by decision. */
export async function listUnanswered(scope: WorkspaceScope, decisionIds: string[]) {
  if (decisionIds.length === 0) return new Map<string, repo.Unanswered[]>();
  return Map.groupBy(await repo.findUnanswered(database(), scope, decisionIds), ({ decisionId }) => decisionId);
}

import type { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { mentionsIn } from '@/server/domain/discussion/mention';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import type { Anchor, CommentRecord, CreateThread, Subject, ThreadRecord, threadContract } from './contract';
import { presence, provenAnchor } from './render/anchor';
import { presentMention } from './render/mention-record';
import { presentComment, presentThread } from './render/thread-record';
import * as repo from './repo';

const mentionableLimit = 8;
const unseenLimit = 50;
// More than anybody means to name; a paste of the whole company's list tells the first of them.
const mostMentions = 50;

type Client = Parameters<typeof repo.findThreads>[0];
type Input<Name extends keyof typeof threadContract> = z.output<(typeof threadContract)[Name]['input']>;
type Output<Name extends keyof typeof threadContract> = z.infer<(typeof threadContract)[Name]['output']>;

type Found = { place: repo.Place; revision: number | null; deletedAt: Date | null; noun: string };

async function findSubject(client: Client, scope: WorkspaceScope, subject: Subject): Promise<Found> {
  if (subject.type === 'decision') {
    const decision = await repo.findDecision(client, scope, subject.id);
    if (!decision) throw notFound('The decision');
    const { id, revision, deletedAt } = decision;
    return { place: { decisionId: id, debtId: null }, revision, deletedAt, noun: 'decision' };
  }
  const [prefix, number] = subject.key.split('-');
  const debt = prefix === scope.debtPrefix.toUpperCase() ? await repo.findDebt(client, scope, Number(number)) : null;
  if (!debt) throw notFound(`Debt ${subject.key}`);
  return { place: { decisionId: null, debtId: debt.id }, revision: null, deletedAt: debt.deletedAt, noun: 'debt' };
}

function closed(noun: string): AppError {
  return new AppError('conflict', { userMessage: `The ${noun} is deleted. Restore it to go on discussing it.` });
}

function isOpen(thread: repo.BareThread): boolean {
  return !(thread.decision?.deletedAt ?? thread.debt?.deletedAt);
}

async function mustFindThread(client: Client, scope: WorkspaceScope, id: string): Promise<repo.BareThread> {
  const thread = await repo.findBareThread(client, scope, id);
  if (!thread) throw notFound('The thread');
  return thread;
}

/** A thread that may be written to, held until the transaction ends. */
async function openThread(tx: Tx, scope: WorkspaceScope, id: string): Promise<repo.BareThread> {
  await repo.lockThread(tx, scope, id);
  const thread = await mustFindThread(tx, scope, id);
  if (!isOpen(thread)) throw closed(thread.decisionId ? 'decision' : 'debt');
  return thread;
}

/** A comment that may be written to, with its thread held. */
async function openComment(tx: Tx, scope: WorkspaceScope, id: string) {
  const found = await repo.findComment(tx, scope, id);
  if (!found) throw notFound('The comment');
  const thread = await openThread(tx, scope, found.threadId);
  // Read again now that nobody else can write: it may have been edited or deleted while we waited.
  const comment = await repo.findComment(tx, scope, id);
  if (!comment) throw notFound('The comment');
  return { comment, thread };
}

/** One thread by its id. Throws `notFound`. */
export async function getThread(scope: WorkspaceScope, id: string): Promise<ThreadRecord> {
  const [bare, stored] = await Promise.all([
    repo.findBareThread(database(), scope, id),
    repo.findThread(database(), scope, id),
  ]);
  if (!bare || !stored) throw notFound('The thread');
  return presentThread(scope, stored, isOpen(bare));
}

/** Every thread of a decision or debt, oldest first; the number of statements does not grow with them. */
export async function listThreads(scope: WorkspaceScope, subject: Subject): Promise<Output<'list'>> {
  const { place, deletedAt } = await findSubject(database(), scope, subject);
  const threads = await repo.findThreads(database(), scope, place);
  return {
    data: threads.map((thread) => presentThread(scope, thread, deletedAt === null)),
    abilities: { create: deletedAt === null && may(scope, 'thread:write') },
  };
}

async function writeMentions(tx: Tx, scope: WorkspaceScope, commentId: string, body: string, at: Date): Promise<void> {
  const named = [...new Set(mentionsIn(body).map((mention) => mention.member))].filter(isUuid).slice(0, mostMentions);
  const members = named.length > 0 ? await repo.findMembers(tx, scope, named) : [];
  await repo.replaceMentions(tx, scope, commentId, members, at);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
}

async function writeComment(tx: Tx, scope: WorkspaceScope, threadId: string, body: string, at: Date): Promise<string> {
  const id = newId();
  await repo.insertComment(tx, scope, { id, threadId, authorId: scope.memberId, body, createdAt: at });
  await writeMentions(tx, scope, id, body, at);
  return id;
}

/**
 * Begins a thread with its first comment. Errors: `invalid` with the field `anchor.revision` (and which revisions there are)
 * or `anchor.quote` (the passage is not in it), `conflict` where the record is deleted.
 */
export async function createThread(scope: WorkspaceScope, input: CreateThread): Promise<ThreadRecord> {
  const id = newId();
  await transact(scope, 'thread.create', async (tx, record) => {
    const { place, revision, deletedAt, noun } = await findSubject(tx, scope, input.subject);
    if (deletedAt) throw closed(noun);
    const at = now();
    const anchored = input.anchor ? await anchorColumns(tx, scope, place, revision, input.anchor) : {};
    await repo.insertThread(tx, scope, {
      id,
      ...place,
      ...anchored,
      createdById: scope.memberId,
      createdAt: at,
      updatedAt: at,
    });
    const comment = await writeComment(tx, scope, id, input.body, at);
    record({ subjectType: 'thread', subjectId: id, data: { ...about(place), comment } });
  });
  return getThread(scope, id);
}

function about(thread: { decisionId: string | null; debtId: string | null }): Record<string, string> {
  return thread.decisionId ? { decision: thread.decisionId } : { debt: thread.debtId ?? '' };
}

async function anchorColumns(tx: Tx, scope: WorkspaceScope, place: repo.Place, current: number | null, anchor: Anchor) {
  const existing = place.decisionId ? await repo.findRevisionNumbers(tx, scope, place.decisionId) : [];
  const gte = anchor.revision;
  const bodies =
    place.decisionId && current !== null && existing.includes(gte)
      ? await repo.findBodies(tx, scope, place.decisionId, { gte, lte: current })
      : [];
  return provenAnchor(anchor, existing, bodies);
}

/** Answers. A resolved thread stays resolved. */
export async function replyToThread(
  scope: WorkspaceScope,
  input: Input<'reply'>,
): Promise<{ thread: ThreadRecord; comment: CommentRecord }> {
  const made = await transact(scope, 'thread.reply', async (tx, record) => {
    const thread = await openThread(tx, scope, input.thread);
    const at = now();
    const comment = await writeComment(tx, scope, thread.id, input.body, at);
    await repo.updateThread(tx, scope, thread.id, { updatedAt: at });
    record({ subjectType: 'thread', subjectId: thread.id, data: { ...about(thread), comment } });
    return comment;
  });
  const thread = await getThread(scope, input.thread);
  const comment = thread.comments.find((one) => one.id === made);
  if (!comment) throw notFound('The comment');
  return { thread, comment };
}

/**
 * Rewrites one's own comment. Errors: `forbidden` for somebody else's, `conflict` for a deleted one, `stale` with
 * `{ current, sent }` when it was saved in between.
 */
export async function editComment(scope: WorkspaceScope, input: Input<'edit'>): Promise<ThreadRecord> {
  const threadId = await transact(scope, 'thread.edit', async (tx, record) => {
    const { comment, thread } = await openComment(tx, scope, input.comment);
    if (comment.deletedAt) throw new AppError('conflict', { userMessage: 'The comment is deleted.' });
    if (comment.authorId === null || comment.authorId !== scope.memberId) {
      throw new AppError('forbidden', { userMessage: 'Only who wrote a comment can change it.' });
    }
    if (comment.version !== input.version) throw await staleComment(tx, scope, input);
    if (comment.body === input.body) return thread.id;
    const at = now();
    await repo.updateComment(tx, scope, comment.id, { body: input.body, editedAt: at });
    await writeMentions(tx, scope, comment.id, input.body, at);
    await repo.updateThread(tx, scope, thread.id, { updatedAt: at });
    record({ subjectType: 'thread', subjectId: thread.id, data: { ...about(thread), comment: comment.id } });
    return thread.id;
  });
  return getThread(scope, threadId);
}

async function staleComment(tx: Tx, scope: WorkspaceScope, input: Input<'edit'>): Promise<AppError> {
  const comment = await repo.findShownComment(tx, scope, input.comment);
  const current = comment && presentComment(scope, comment, true);
  return new AppError('stale', {
    userMessage: `The comment has changed: you edited version ${input.version}, it is at version ${current?.version}.`,
    details: { current, sent: input.body },
  });
}

/** Empties a comment and leaves its trace; on a deleted one it changes nothing. For its author and admins. */
export async function deleteComment(scope: WorkspaceScope, input: Input<'delete'>): Promise<ThreadRecord> {
  const threadId = await transact(scope, 'thread.delete', async (tx, record) => {
    const { comment, thread } = await openComment(tx, scope, input.comment);
    const own = comment.authorId !== null && comment.authorId === scope.memberId;
    if (!own && !may(scope, 'workspace:manage')) {
      throw new AppError('forbidden', { userMessage: 'Only who wrote a comment and admins can delete it.' });
    }
    if (comment.deletedAt) return thread.id;
    const at = now();
    await repo.updateComment(tx, scope, comment.id, { body: '', deletedAt: at });
    await repo.replaceMentions(tx, scope, comment.id, [], at);
    await repo.deleteReactions(tx, scope, { commentId: comment.id });
    await repo.updateThread(tx, scope, thread.id, { updatedAt: at });
    record({ subjectType: 'thread', subjectId: thread.id, data: { ...about(thread), comment: comment.id } });
    return thread.id;
  });
  return getThread(scope, threadId);
}

async function setResolved(scope: WorkspaceScope, id: string, resolved: boolean): Promise<ThreadRecord> {
  await transact(scope, resolved ? 'thread.resolve' : 'thread.reopen', async (tx, record) => {
    const thread = await openThread(tx, scope, id);
    if ((thread.resolvedAt !== null) === resolved) return;
    const at = now();
    const state = resolved
      ? { resolvedAt: at, resolvedById: scope.memberId }
      : { resolvedAt: null, resolvedById: null };
    await repo.updateThread(tx, scope, id, { updatedAt: at, ...state });
    record({ subjectType: 'thread', subjectId: id, data: about(thread) });
  });
  return getThread(scope, id);
}

export function resolveThread(scope: WorkspaceScope, id: string): Promise<ThreadRecord> {
  return setResolved(scope, id, true);
}

export function reopenThread(scope: WorkspaceScope, id: string): Promise<ThreadRecord> {
  return setResolved(scope, id, false);
}

/** Puts one's reaction or takes it away; what is so already stays so. */
export async function reactToComment(scope: WorkspaceScope, input: Input<'react'>): Promise<ThreadRecord> {
  const { comment: commentId, emoji, on } = input;
  const { memberId } = scope;
  if (memberId === null) throw new AppError('forbidden', { userMessage: 'Only a member can react.' });
  const threadId = await transact(scope, 'thread.react', async (tx, record) => {
    const { comment, thread } = await openComment(tx, scope, commentId);
    if (comment.deletedAt) throw new AppError('conflict', { userMessage: 'The comment is deleted.' });
    const changed = on
      ? await repo.insertReaction(tx, scope, { commentId, memberId, emoji, at: now() })
      : await repo.deleteReactions(tx, scope, { commentId, memberId, emoji });
    if (changed > 0) record({ subjectType: 'thread', subjectId: thread.id, data: { ...about(thread), emoji, on } });
    return thread.id;
  });
  return getThread(scope, threadId);
}

export async function listMentionable(scope: WorkspaceScope, text: string): Promise<Output<'mentionable'>> {
  return repo.findMentionable(database(), scope, text, mentionableLimit);
}

/** What the caller was named in and has not seen yet, newest first, at most 50. */
export async function listUnseenMentions(scope: WorkspaceScope): Promise<Output<'mentions'>> {
  if (scope.memberId === null) return [];
  const found = await repo.findUnseen(database(), scope, scope.memberId, unseenLimit);
  return found.flatMap((mention) => presentMention(scope, mention) ?? []);
}

/** Marks what the caller was named in on a record as seen; how many there were. */
export async function markMentionsSeen(scope: WorkspaceScope, subject: Subject): Promise<Output<'markSeen'>> {
  const { memberId } = scope;
  if (memberId === null) return { seen: 0 };
  return transact(scope, 'thread.markSeen', async (tx) => {
    const { place } = await findSubject(tx, scope, subject);
    return { seen: await repo.markMentionsSeen(tx, scope, memberId, place, now()) };
  });
}

/**
 * Looks the anchored threads of a decision up in the text of a new revision: a passage that is gone is marked with the
 * revision in which it was first missing, one that is back is unmarked. To be called with every revision, in its transaction.
 */
export async function reanchorThreads(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  next: { revision: number; body: string },
): Promise<void> {
  const threads = await repo.findAnchored(tx, scope, decisionId);
  if (threads.length === 0) return;
  const chosenIn = [...new Set(threads.flatMap((thread) => thread.revision ?? []))];
  const bodies = await repo.findBodies(tx, scope, decisionId, { in: chosenIn });
  const { missing, back } = presence(threads, bodies, next.body);
  if (missing.length > 0) await repo.setChangedIn(tx, scope, missing, next.revision);
  if (back.length > 0) await repo.setChangedIn(tx, scope, back, null);
}

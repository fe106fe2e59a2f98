import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const personOf = { select: { id: true, user: { select: { name: true, email: true } } } } as const;
const nameOf = { select: { user: { select: { name: true } } } } as const;

// One statement a relation, however many comments there are.
const commentInclude = {
  author: personOf,
  mentions: { select: { member: { select: { id: true, user: { select: { name: true } } } } } },
  reactions: { orderBy: { at: 'asc' }, select: { emoji: true, memberId: true, member: nameOf } },
} as const satisfies Prisma.CommentInclude;

const threadInclude = {
  resolvedBy: nameOf,
  comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: commentInclude },
} as const satisfies Prisma.ThreadInclude;

export type StoredThread = Prisma.ThreadGetPayload<{ include: typeof threadInclude }>;
export type StoredComment = StoredThread['comments'][number];

/** Which record a thread belongs to. */
export type Place = { decisionId: string; debtId: null } | { decisionId: null; debtId: string };

export async function findDecision(client: Client, scope: WorkspaceScope, id: string) {
  return client.decision.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { id: true, title: true, revision: true, deletedAt: true },
  });
}

export async function findDebt(client: Client, scope: WorkspaceScope, number: number) {
  return client.debt.findUnique({
    where: { workspaceId_number: { workspaceId: scope.workspaceId, number } },
    select: { id: true, number: true, title: true, deletedAt: true },
  });
}

/** The texts of a decision from one revision to another, oldest first. */
export async function findBodies(
  client: Client,
  scope: WorkspaceScope,
  decisionId: string,
  number: { gte: number; lte: number } | { in: number[] },
) {
  return client.decisionRevision.findMany({
    where: { workspaceId: scope.workspaceId, decisionId, number },
    select: { number: true, body: true },
    orderBy: { number: 'asc' },
  });
}

export async function findRevisionNumbers(client: Client, scope: WorkspaceScope, decisionId: string) {
  const rows = await client.decisionRevision.findMany({
    where: { workspaceId: scope.workspaceId, decisionId },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return rows.map((row) => row.number);
}

/** Every thread of a record with all that is shown of it, oldest first. */
export async function findThreads(client: Client, scope: WorkspaceScope, place: Place): Promise<StoredThread[]> {
  return client.thread.findMany({
    where: { workspaceId: scope.workspaceId, ...place },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: threadInclude,
  });
}

export async function findThread(client: Client, scope: WorkspaceScope, id: string): Promise<StoredThread | null> {
  return client.thread.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    include: threadInclude,
  });
}

/** A thread without its comments, with the record it belongs to. */
export async function findBareThread(client: Client, scope: WorkspaceScope, id: string) {
  return client.thread.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    include: { decision: { select: { deletedAt: true } }, debt: { select: { deletedAt: true } } },
  });
}
export type BareThread = NonNullable<Awaited<ReturnType<typeof findBareThread>>>;

export async function findComment(client: Client, scope: WorkspaceScope, id: string) {
  return client.comment.findUnique({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } } });
}

/** A comment with all that is shown of it. */
export async function findShownComment(client: Client, scope: WorkspaceScope, id: string) {
  return client.comment.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    include: commentInclude,
  });
}

/** Holds a thread until the transaction ends, so that two changes of its comments are made one after the other. */
export async function lockThread(tx: Tx, scope: WorkspaceScope, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Thread" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
}

export async function insertThread(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.ThreadUncheckedCreateInput, 'workspaceId' | 'comments'>,
): Promise<void> {
  await tx.thread.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function insertComment(
  tx: Tx,
  scope: WorkspaceScope,
  data: { id: string; threadId: string; authorId: string | null; body: string; createdAt: Date },
): Promise<void> {
  await tx.comment.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function updateComment(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: { body: string; editedAt?: Date; deletedAt?: Date },
): Promise<void> {
  await tx.comment.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function updateThread(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: { updatedAt: Date; resolvedAt?: Date | null; resolvedById?: string | null },
): Promise<void> {
  await tx.thread.update({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, data });
}

/** The anchored threads of a decision. */
export async function findAnchored(client: Client, scope: WorkspaceScope, decisionId: string) {
  return client.thread.findMany({
    where: { workspaceId: scope.workspaceId, decisionId, quote: { not: null } },
    select: { id: true, quote: true, prefix: true, suffix: true, revision: true, changedInRevision: true },
  });
}

export async function setChangedIn(
  tx: Tx,
  scope: WorkspaceScope,
  ids: string[],
  changedInRevision: number | null,
): Promise<void> {
  await tx.thread.updateMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    data: { changedInRevision },
  });
}

/** Those of some ids that are members now. */
export async function findMembers(client: Client, scope: WorkspaceScope, ids: string[]) {
  const found = await client.member.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids }, removedAt: null },
    select: { id: true },
  });
  return found.map((member) => member.id);
}

/** Makes the mentions of a comment exactly these; who was named before keeps whether it was seen. */
export async function replaceMentions(tx: Tx, scope: WorkspaceScope, commentId: string, memberIds: string[], at: Date) {
  const { workspaceId } = scope;
  await tx.mention.deleteMany({ where: { workspaceId, commentId, memberId: { notIn: memberIds } } });
  await tx.mention.createMany({
    data: memberIds.map((memberId) => ({ workspaceId, commentId, memberId, at })),
    skipDuplicates: true,
  });
}

/** How many rows it made. */
export async function insertReaction(
  tx: Tx,
  scope: WorkspaceScope,
  data: { commentId: string; memberId: string; emoji: string; at: Date },
): Promise<number> {
  const { count } = await tx.reaction.createMany({
    data: [{ ...data, workspaceId: scope.workspaceId }],
    skipDuplicates: true,
  });
  return count;
}

export async function deleteReactions(
  tx: Tx,
  scope: WorkspaceScope,
  of: { commentId: string; memberId?: string; emoji?: string },
): Promise<number> {
  const { count } = await tx.reaction.deleteMany({ where: { ...of, workspaceId: scope.workspaceId } });
  return count;
}

/** Members whose name, a later word of it, or address begins with a text, by name. */
export async function findMentionable(client: Client, scope: WorkspaceScope, text: string, limit: number) {
  const wanted = text.toLowerCase();
  const rest = ` ${wanted}`;
  return client.$queryRaw<{ id: string; name: string; email: string }[]>`
    SELECT m."id"::text, u."name", u."email"
    FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = ${scope.workspaceId}::uuid AND m."removedAt" IS NULL
      AND (starts_with(lower(u."name"), ${wanted}) OR strpos(lower(u."name"), ${rest}) > 0
        OR starts_with(lower(u."email"), ${wanted}))
    ORDER BY starts_with(lower(u."name"), ${wanted}) DESC, lower(u."name"), m."id"
    LIMIT ${limit}`;
}

const unseenInclude = {
  comment: {
    select: {
      body: true,
      author: nameOf,
      thread: {
        select: {
          id: true,
          decision: { select: { id: true, title: true, register: { select: { slug: true } } } },
          debt: { select: { number: true, title: true } },
        },
      },
    },
  },
} as const satisfies Prisma.MentionInclude;

export type StoredMention = Prisma.MentionGetPayload<{ include: typeof unseenInclude }>;

/** What a member was named in and has not seen, newest first; nothing of what is deleted by now. */
export async function findUnseen(client: Client, scope: WorkspaceScope, memberId: string, limit: number) {
  return client.mention.findMany({
    where: {
      workspaceId: scope.workspaceId,
      memberId,
      seenAt: null,
      comment: {
        deletedAt: null,
        OR: [{ authorId: null }, { authorId: { not: memberId } }],
        thread: { OR: [{ decision: { deletedAt: null } }, { debt: { deletedAt: null } }] },
      },
    },
    orderBy: [{ at: 'desc' }, { commentId: 'desc' }],
    take: limit,
    include: unseenInclude,
  });
}

export async function markMentionsSeen(tx: Tx, scope: WorkspaceScope, memberId: string, place: Place, seenAt: Date) {
  const { count } = await tx.mention.updateMany({
    where: { workspaceId: scope.workspaceId, memberId, seenAt: null, comment: { thread: place } },
    data: { seenAt },
  });
  return count;
}

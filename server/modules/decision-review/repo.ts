import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const personOf = { select: { id: true, user: { select: { name: true, email: true } } } } as const;

const verdictInclude = {
  member: personOf,
  endedBy: { select: { user: { select: { name: true } } } },
} as const satisfies Prisma.DecisionVerdictInclude;

export type StoredVerdict = Prisma.DecisionVerdictGetPayload<{ include: typeof verdictInclude }>;

/** What a review needs to know of its decision, deleted or not. */
export async function findSubject(client: Client, scope: WorkspaceScope, decisionId: string) {
  return client.decision.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: decisionId } },
    select: {
      id: true,
      title: true,
      status: true,
      revision: true,
      deletedAt: true,
      register: { select: { approvalsRequired: true } },
    },
  });
}
export type Subject = NonNullable<Awaited<ReturnType<typeof findSubject>>>;

/** Holds the decision until the transaction ends: no edit of the text comes between reading it and answering. */
export async function lockDecision(tx: Tx, scope: WorkspaceScope, decisionId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Decision" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${decisionId}::uuid FOR UPDATE`;
}

/** The latest verdicts on a decision, those that hold and those that ended. */
export async function findVerdicts(
  client: Client,
  scope: WorkspaceScope,
  decisionId: string,
): Promise<StoredVerdict[]> {
  return client.decisionVerdict.findMany({
    where: { workspaceId: scope.workspaceId, decisionId },
    include: verdictInclude,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 500,
  });
}

/** One verdict of a decision. */
export async function findVerdict(client: Client, scope: WorkspaceScope, decisionId: string, id: string) {
  const verdict = await client.decisionVerdict.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    include: verdictInclude,
  });
  return verdict?.decisionId === decisionId ? verdict : null;
}

export async function findStanding(client: Client, scope: WorkspaceScope, decisionId: string, memberId: string) {
  return client.decisionVerdict.findFirst({
    where: { workspaceId: scope.workspaceId, decisionId, memberId, endedAt: null },
    select: { id: true, kind: true, revision: true, at: true },
  });
}

/** Open requests, those asked first before the others; a team with the ids of its present people. */
export async function findRequests(client: Client, scope: WorkspaceScope, decisionId: string) {
  return client.decisionReviewRequest.findMany({
    where: { workspaceId: scope.workspaceId, decisionId, withdrawnAt: null },
    select: {
      id: true,
      requestedAt: true,
      member: personOf,
      team: {
        select: {
          key: true,
          name: true,
          members: { where: { member: { removedAt: null } }, select: { memberId: true } },
        },
      },
    },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
}
export type StoredRequest = Awaited<ReturnType<typeof findRequests>>[number];

export async function findRequest(client: Client, scope: WorkspaceScope, decisionId: string, id: string) {
  const request = await client.decisionReviewRequest.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { id: true, decisionId: true, withdrawnAt: true },
  });
  return request?.decisionId === decisionId ? request : null;
}

/** A member as reviews show people. */
export async function findPerson(client: Client, scope: WorkspaceScope, id: string) {
  return client.member.findUnique({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, ...personOf });
}

/** Live members by id, with what they may do. */
export async function findMembers(client: Client, scope: WorkspaceScope, ids: string[]) {
  return client.member.findMany({
    where: { workspaceId: scope.workspaceId, removedAt: null, id: { in: ids } },
    select: { id: true, role: true, user: { select: { name: true } } },
  });
}

type Asked = { id: string; memberId?: string; teamId?: string };

/** Asks again nobody who is asked already. */
export async function insertRequests(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  asked: Asked[],
  requestedAt: Date,
): Promise<number> {
  const { workspaceId, memberId: requestedById } = scope;
  const { count } = await tx.decisionReviewRequest.createMany({
    data: asked.map((one) => ({ ...one, workspaceId, decisionId, requestedById, requestedAt })),
    skipDuplicates: true,
  });
  return count;
}

export async function withdrawRequest(tx: Tx, scope: WorkspaceScope, id: string, withdrawnAt: Date): Promise<void> {
  await tx.decisionReviewRequest.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { withdrawnAt },
  });
}

export async function insertVerdict(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.DecisionVerdictUncheckedCreateInput, 'workspaceId'>,
): Promise<void> {
  await tx.decisionVerdict.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

type End = { endedAt: Date; endedAs: 'edited' | 'dismissed' | 'replaced' | 'withdrawn'; endReason?: string };

export async function endVerdict(tx: Tx, scope: WorkspaceScope, id: string, end: End): Promise<void> {
  await tx.decisionVerdict.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...end, endedById: scope.memberId },
  });
}

/** Ends every verdict that holds on a decision; says how many. */
export async function endVerdicts(tx: Tx, scope: WorkspaceScope, decisionId: string, end: End): Promise<number> {
  const { count } = await tx.decisionVerdict.updateMany({
    where: { workspaceId: scope.workspaceId, decisionId, endedAt: null },
    data: { ...end, endedById: scope.memberId },
  });
  return count;
}

/** How many verdicts of each kind hold for the text as it is. */
export async function countStanding(client: Client, scope: WorkspaceScope, decisionId: string, revision: number) {
  return client.decisionVerdict.groupBy({
    by: ['kind'],
    where: { workspaceId: scope.workspaceId, decisionId, revision, endedAt: null },
    _count: true,
  });
}

export type Waiting = {
  decisionId: string;
  title: string;
  register: string;
  requestedAt: Date;
  revision: number;
};

/** Proposals that wait for a member's verdict, asked themself or through a team, the longest waiting first. */
export async function findWaiting(client: Client, scope: WorkspaceScope, memberId: string, limit: number) {
  return client.$queryRaw<Waiting[]>`
    SELECT d."id"::text AS "decisionId", d."title", r."slug" AS "register", min(q."requestedAt") AS "requestedAt", d."revision"
    FROM "DecisionReviewRequest" q
    JOIN "Decision" d ON d."workspaceId" = q."workspaceId" AND d."id" = q."decisionId"
    JOIN "Register" r ON r."workspaceId" = d."workspaceId" AND r."id" = d."registerId"
    WHERE q."workspaceId" = ${scope.workspaceId}::uuid AND q."withdrawnAt" IS NULL
      AND (q."memberId" = ${memberId}::uuid OR q."teamId" IN (SELECT t."teamId" FROM "TeamMember" t
        WHERE t."workspaceId" = ${scope.workspaceId}::uuid AND t."memberId" = ${memberId}::uuid))
      AND d."deletedAt" IS NULL AND d."status" = 'proposed'
      AND NOT EXISTS (SELECT 1 FROM "DecisionVerdict" v WHERE v."workspaceId" = d."workspaceId" AND v."decisionId" = d."id"
        AND v."memberId" = ${memberId}::uuid AND v."endedAt" IS NULL AND v."revision" = d."revision")
    GROUP BY d."workspaceId", d."id", r."slug" ORDER BY 4, 1 LIMIT ${limit}`;
}

export type Unanswered = { decisionId: string; memberId: string | null; name: string };

/** Who was asked about some proposals and has not answered their present text: people, and teams of which nobody has. */
export async function findUnanswered(client: Client, scope: WorkspaceScope, decisionIds: string[]) {
  return client.$queryRaw<Unanswered[]>`
    SELECT d."id"::text AS "decisionId", q."memberId"::text, COALESCE(t."name", u."name") AS "name"
    FROM "DecisionReviewRequest" q
    JOIN "Decision" d ON d."workspaceId" = q."workspaceId" AND d."id" = q."decisionId"
    LEFT JOIN "Team" t ON t."workspaceId" = q."workspaceId" AND t."id" = q."teamId"
    LEFT JOIN "Member" m ON m."workspaceId" = q."workspaceId" AND m."id" = q."memberId"
    LEFT JOIN "User" u ON u."id" = m."userId"
    WHERE q."workspaceId" = ${scope.workspaceId}::uuid AND q."decisionId" = ANY(${decisionIds}::uuid[]) AND q."withdrawnAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "DecisionVerdict" v
        WHERE v."workspaceId" = d."workspaceId" AND v."decisionId" = d."id" AND v."endedAt" IS NULL AND v."revision" = d."revision"
          AND (v."memberId" = q."memberId" OR v."memberId" IN (SELECT o."memberId" FROM "TeamMember" o
            WHERE o."workspaceId" = q."workspaceId" AND o."teamId" = q."teamId")))
    ORDER BY q."requestedAt", q."id"`;
}

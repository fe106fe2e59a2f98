import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const personOf = { select: { id: true, user: { select: { name: true, email: true } } } } as const;
const nameOf = { select: { user: { select: { name: true } } } } as const;
const registerOf = { select: { slug: true, name: true, approvalsRequired: true } } as const;

const rowInclude = {
  register: registerOf,
  owner: personOf,
  services: {
    where: { service: { deletedAt: null } },
    select: { service: { select: { key: true, name: true } } },
    orderBy: { service: { key: 'asc' } },
  },
} as const satisfies Prisma.DecisionInclude;

const endSelect = {
  id: true,
  number: true,
  title: true,
  status: true,
  register: { select: { slug: true, name: true } },
} as const satisfies Prisma.DecisionSelect;

const relationOrder = [{ type: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] as const;
const recordInclude = {
  ...rowInclude,
  creator: nameOf,
  source: { select: { layout: true } },
  acts: { include: { member: nameOf }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 200 },
  relations: {
    where: { OR: [{ toId: null }, { to: { deletedAt: null } }] },
    include: { to: { select: endSelect } },
    orderBy: [...relationOrder],
  },
  backRelations: {
    where: { from: { deletedAt: null } },
    include: { from: { select: endSelect } },
    orderBy: [...relationOrder],
  },
  debts: {
    where: { debt: { deletedAt: null } },
    select: { kind: true, debt: { select: { number: true, title: true, state: true, scoreThirds: true } } },
    orderBy: [{ kind: 'asc' }, { debt: { number: 'asc' } }],
  },
} as const satisfies Prisma.DecisionInclude;

export type StoredRow = Prisma.DecisionGetPayload<{ include: typeof rowInclude }>;
export type StoredDecision = Prisma.DecisionGetPayload<{ include: typeof recordInclude }>;
export type BareDecision = Prisma.DecisionGetPayload<object>;

/** One decision with what its page shows, deleted or not. */
export async function findDecision(client: Client, scope: WorkspaceScope, id: string): Promise<StoredDecision | null> {
  return client.decision.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    include: recordInclude,
  });
}

export async function findDecisions(client: Client, scope: WorkspaceScope, ids: string[]): Promise<StoredDecision[]> {
  return client.decision.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    include: recordInclude,
  });
}

/** The columns of one decision, deleted or not. */
export async function findBare(client: Client, scope: WorkspaceScope, id: string): Promise<BareDecision | null> {
  return client.decision.findUnique({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } } });
}

/** Holds the rows until the transaction ends, always in one order, so that two who want the same two do not block. */
export async function lockDecisions(tx: Tx, scope: WorkspaceScope, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Decision" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ANY(${ids}::uuid[])
    ORDER BY "id" FOR UPDATE`;
}

export type Figures = {
  id: string;
  openThreads: number;
  approvals: number;
  successorId: string | null;
  successorNumber: number | null;
  successorTitle: string | null;
};

/** What rows show and other tables know: open threads, approvals of the current text, the latest successor. */
export async function findFigures(client: Client, scope: WorkspaceScope, ids: string[]): Promise<Map<string, Figures>> {
  const rows = await client.$queryRaw<Figures[]>`
    SELECT d."id"::text, s."id"::text AS "successorId", s."number" AS "successorNumber", s."title" AS "successorTitle",
      (SELECT count(*)::int FROM "Thread" t WHERE t."workspaceId" = d."workspaceId" AND t."decisionId" = d."id"
        AND t."resolvedAt" IS NULL) AS "openThreads",
      (SELECT count(*)::int FROM "DecisionVerdict" v WHERE v."workspaceId" = d."workspaceId" AND v."decisionId" = d."id"
        AND v."revision" = d."revision" AND v."endedAt" IS NULL AND v."kind" = 'approve') AS "approvals"
    FROM "Decision" d
    LEFT JOIN LATERAL (
      SELECT f."id", f."number", f."title" FROM "DecisionRelation" r
      JOIN "Decision" f ON f."workspaceId" = r."workspaceId" AND f."id" = r."fromId"
      WHERE r."workspaceId" = d."workspaceId" AND r."toId" = d."id" AND r."type" = 'supersedes' AND NOT r."partial"
        AND f."deletedAt" IS NULL AND f."status" NOT IN ('draft', 'proposed', 'rejected')
      ORDER BY r."createdAt" DESC, r."id" DESC LIMIT 1) s ON true
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export type Edge = { fromId: string; toId: string; type: 'supersedes' | 'dependsOn' };

/** The relations reached from a record by following those that must not go in a circle. */
export async function findEdgesFrom(client: Client, scope: WorkspaceScope, id: string): Promise<Edge[]> {
  return client.$queryRaw<Edge[]>`
    WITH RECURSIVE reached AS (
      SELECT ${id}::uuid AS "id"
      UNION
      SELECT r."toId" FROM reached
      JOIN "DecisionRelation" r ON r."workspaceId" = ${scope.workspaceId}::uuid AND r."fromId" = reached."id"
      JOIN "Decision" t ON t."workspaceId" = r."workspaceId" AND t."id" = r."toId"
      WHERE r."type" IN ('supersedes', 'dependsOn') AND t."deletedAt" IS NULL)
    SELECT r."fromId"::text, r."toId"::text, r."type"::text
    FROM "DecisionRelation" r JOIN reached ON reached."id" = r."fromId"
    WHERE r."workspaceId" = ${scope.workspaceId}::uuid AND r."toId" IS NOT NULL AND r."type" IN ('supersedes', 'dependsOn')
    ORDER BY r."fromId", r."toId"`;
}

/** Numbers and titles for the words of a message. */
export async function findTitles(client: Client, scope: WorkspaceScope, ids: string[]) {
  return client.decision.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: { id: true, number: true, title: true },
  });
}

export async function findRevision(client: Client, scope: WorkspaceScope, decisionId: string, number: number) {
  return client.decisionRevision.findUnique({
    where: { workspaceId_decisionId_number: { workspaceId: scope.workspaceId, decisionId, number } },
    select: { createdAt: true, author: nameOf },
  });
}

export async function findDraft(client: Client, scope: WorkspaceScope, decisionId: string, memberId: string) {
  return client.decisionDraft.findUnique({
    where: { workspaceId_decisionId_memberId: { workspaceId: scope.workspaceId, decisionId, memberId } },
    select: { title: true, productSentence: true, body: true, baseVersion: true, updatedAt: true },
  });
}

/** Live records of a register that a number or the path of an imported file means. */
export async function findByReference(
  client: Client,
  scope: WorkspaceScope,
  registerSlug: string,
  ref: { number: number | null; path: string },
) {
  const path = ref.path.toLowerCase();
  return client.$queryRaw<{ id: string; number: number | null; title: string }[]>`
    SELECT d."id"::text, d."number", d."title" FROM "Decision" d
    JOIN "Register" r ON r."workspaceId" = d."workspaceId" AND r."id" = d."registerId"
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND r."slug" = ${registerSlug} AND d."deletedAt" IS NULL
      AND (d."number" = ${ref.number}::int OR lower(d."sourcePath") = ${path}
        OR regexp_replace(lower(d."sourcePath"), '^.*/', '') = ${path}
        OR regexp_replace(lower(d."sourcePath"), '^.*/|[.][a-z]+$', '', 'g') = ${path})
    ORDER BY d."number" NULLS LAST, d."sourcePath", d."id"
    LIMIT 50`;
}

export async function findMemberName(client: Client, scope: WorkspaceScope, id: string): Promise<string | null> {
  const member = await client.member.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    ...nameOf,
  });
  return member?.user.name ?? null;
}

export type WrittenDecision = Omit<
  Prisma.DecisionUncheckedCreateInput,
  | 'workspaceId'
  | 'version'
  | 'source'
  | 'revisions'
  | 'drafts'
  | 'acts'
  | 'services'
  | 'debts'
  | 'relations'
  | 'backRelations'
  | 'reviewRequests'
  | 'verdicts'
  | 'threads'
>;
export type DecisionColumns = Partial<Omit<WrittenDecision, 'id' | 'registerId'>>;

export async function updateDecisionColumns(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: DecisionColumns,
): Promise<void> {
  await tx.decision.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

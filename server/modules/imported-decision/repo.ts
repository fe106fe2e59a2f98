import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { RelationEdge } from '@/server/domain/decision-sync/relation-edge';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

export type KnownRow = {
  id: string;
  sourcePath: string | null;
  number: number | null;
  deletedAt: Date | null;
  contentHash: string | null;
  /** Of the last reading; null for a record that was begun here. */
  relations: unknown;
};

/** Every record of a register, deleted ones too, without its text. */
export async function findKnown(client: Client, scope: WorkspaceScope, registerId: string): Promise<KnownRow[]> {
  return client.$queryRaw<KnownRow[]>`
    SELECT d."id"::text, d."sourcePath", d."number", d."deletedAt", s."contentHash", s."read"->'relations' AS "relations"
    FROM "Decision" d
    LEFT JOIN "DecisionSource" s ON s."workspaceId" = d."workspaceId" AND s."decisionId" = d."id"
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."registerId" = ${registerId}::uuid
    ORDER BY d."id"`;
}

/** Holds every record of a register until the transaction ends. */
export async function lockRecords(tx: Tx, scope: WorkspaceScope, registerId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Decision" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "registerId" = ${registerId}::uuid
    ORDER BY "id" FOR UPDATE`;
}

const heldSelect = {
  id: true,
  number: true,
  title: true,
  productSentence: true,
  body: true,
  status: true,
  rawStatus: true,
  decidedOn: true,
  rawDate: true,
  deciders: true,
  consulted: true,
  informed: true,
  tags: true,
  triggers: true,
  implementation: true,
  revisitOn: true,
  revisitCondition: true,
  expiresOn: true,
  revision: true,
  sourcePath: true,
  services: { select: { service: { select: { key: true } } } },
  source: { select: { read: true, layout: true, contentHash: true } },
} as const satisfies Prisma.DecisionSelect;

export type HeldRow = Prisma.DecisionGetPayload<{ select: typeof heldSelect }>;

export async function findHeld(client: Client, scope: WorkspaceScope, ids: string[]): Promise<HeldRow[]> {
  return client.decision.findMany({ where: { workspaceId: scope.workspaceId, id: { in: ids } }, select: heldSelect });
}

export async function findServices(client: Client, scope: WorkspaceScope) {
  return client.service.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    select: { id: true, key: true },
  });
}

export type StoredEdge = RelationEdge & { id: string };

/** The relations that begin in a register. */
export async function findEdges(client: Client, scope: WorkspaceScope, registerId: string): Promise<StoredEdge[]> {
  return client.decisionRelation.findMany({
    where: { workspaceId: scope.workspaceId, from: { registerId } },
    select: { id: true, fromId: true, toId: true, type: true, partial: true, targetText: true, note: true },
    orderBy: { id: 'asc' },
  });
}

type Within<Row> = Omit<Row, 'workspaceId'>;

export async function insertDecisions(
  tx: Tx,
  scope: WorkspaceScope,
  rows: {
    decisions: Within<Prisma.DecisionCreateManyInput>[];
    sources: Within<Prisma.DecisionSourceCreateManyInput>[];
    revisions: Within<Prisma.DecisionRevisionCreateManyInput>[];
    acts: Within<Prisma.DecisionActCreateManyInput>[];
    services: Within<Prisma.DecisionServiceCreateManyInput>[];
  },
): Promise<void> {
  const { workspaceId } = scope;
  await tx.decision.createMany({ data: rows.decisions.map((row) => ({ ...row, workspaceId })) });
  await tx.decisionSource.createMany({ data: rows.sources.map((row) => ({ ...row, workspaceId })) });
  await tx.decisionRevision.createMany({ data: rows.revisions.map((row) => ({ ...row, workspaceId })) });
  await tx.decisionAct.createMany({ data: rows.acts.map((row) => ({ ...row, workspaceId })) });
  await tx.decisionService.createMany({ data: rows.services.map((row) => ({ ...row, workspaceId })) });
}

export async function insertAct(tx: Tx, scope: WorkspaceScope, data: Within<Prisma.DecisionActCreateManyInput>) {
  await tx.decisionAct.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

export async function saveSource(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  data: Pick<Prisma.DecisionSourceCreateManyInput, 'original' | 'contentHash' | 'layout' | 'read' | 'importedAt'>,
): Promise<void> {
  await tx.decisionSource.update({
    where: { workspaceId_decisionId: { workspaceId: scope.workspaceId, decisionId } },
    data,
    select: { decisionId: true },
  });
}

export async function replaceServices(tx: Tx, scope: WorkspaceScope, decisionId: string, serviceIds: string[]) {
  const { workspaceId } = scope;
  await tx.decisionService.deleteMany({ where: { workspaceId, decisionId } });
  await tx.decisionService.createMany({
    data: serviceIds.map((serviceId) => ({ workspaceId, decisionId, serviceId })),
  });
}

export async function insertEdges(
  tx: Tx,
  scope: WorkspaceScope,
  edges: readonly Within<Prisma.DecisionRelationCreateManyInput>[],
): Promise<void> {
  await tx.decisionRelation.createMany({ data: edges.map((edge) => ({ ...edge, workspaceId: scope.workspaceId })) });
}

export async function deleteEdges(tx: Tx, scope: WorkspaceScope, ids: string[]): Promise<void> {
  await tx.decisionRelation.deleteMany({ where: { workspaceId: scope.workspaceId, id: { in: ids } } });
}

export async function findFiles(client: Client, scope: WorkspaceScope, registerId: string) {
  return client.registerFile.findMany({
    where: { workspaceId: scope.workspaceId, registerId },
    select: { path: true, contentHash: true },
  });
}

export async function deleteFiles(tx: Tx, scope: WorkspaceScope, registerId: string, paths: string[]): Promise<void> {
  await tx.registerFile.deleteMany({ where: { workspaceId: scope.workspaceId, registerId, path: { in: paths } } });
}

export async function insertFiles(
  tx: Tx,
  scope: WorkspaceScope,
  files: readonly Within<Prisma.RegisterFileCreateManyInput>[],
): Promise<void> {
  await tx.registerFile.createMany({ data: files.map((file) => ({ ...file, workspaceId: scope.workspaceId })) });
}

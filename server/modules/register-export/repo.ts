import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

export async function findIds(client: Client, scope: WorkspaceScope, registerId: string): Promise<string[]> {
  const rows = await client.decision.findMany({
    where: { workspaceId: scope.workspaceId, registerId, deletedAt: null },
    select: { id: true },
    orderBy: [{ number: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

/** The files that records came from, byte for byte. */
export async function findOriginals(client: Client, scope: WorkspaceScope, ids: string[]) {
  return client.decisionSource.findMany({
    where: { workspaceId: scope.workspaceId, decisionId: { in: ids } },
    select: { decisionId: true, original: true },
  });
}

/** Relations that begin at a live record of the register, without those to deleted ones. */
export async function findEdges(client: Client, scope: WorkspaceScope, registerId: string) {
  return client.decisionRelation.findMany({
    where: {
      workspaceId: scope.workspaceId,
      from: { registerId, deletedAt: null },
      OR: [{ toId: null }, { to: { deletedAt: null } }],
    },
    select: {
      fromId: true,
      toId: true,
      type: true,
      partial: true,
      targetText: true,
      note: true,
      to: { select: { registerId: true, number: true, title: true } },
    },
    orderBy: { id: 'asc' },
  });
}

/** Paths of deleted records that shared their file with others. */
export async function findDeletedParts(client: Client, scope: WorkspaceScope, registerId: string): Promise<string[]> {
  const rows = await client.decision.findMany({
    where: {
      workspaceId: scope.workspaceId,
      registerId,
      deletedAt: { not: null },
      sourcePath: { contains: '#' },
    },
    select: { sourcePath: true },
  });
  return rows.flatMap(({ sourcePath }) => sourcePath ?? []);
}

export async function findFiles(client: Client, scope: WorkspaceScope, registerId: string) {
  return client.registerFile.findMany({
    where: { workspaceId: scope.workspaceId, registerId },
    select: { path: true, content: true },
    orderBy: { path: 'asc' },
  });
}

/** When the present text of each record was saved. */
export async function findRevisedAt(
  client: Client,
  scope: WorkspaceScope,
  registerId: string,
): Promise<{ id: string; at: Date }[]> {
  return client.$queryRaw<{ id: string; at: Date }[]>`
    SELECT d."id"::text, r."createdAt" AS "at" FROM "Decision" d
    JOIN "DecisionRevision" r ON r."workspaceId" = d."workspaceId" AND r."decisionId" = d."id" AND r."number" = d."revision"
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."registerId" = ${registerId}::uuid AND d."deletedAt" IS NULL`;
}

export async function findImages(client: Client, scope: WorkspaceScope, ids: string[]) {
  return client.image.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: { id: true, mediaType: true, content: true },
  });
}

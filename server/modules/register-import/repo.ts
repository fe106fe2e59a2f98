import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const select = {
  id: true,
  registerId: true,
  name: true,
  byteLength: true,
  options: true,
  status: true,
  filesDone: true,
  filesTotal: true,
  result: true,
  error: true,
  createdAt: true,
  finishedAt: true,
  register: { select: { slug: true, name: true, deletedAt: true } },
  createdBy: { select: { user: { select: { name: true } } } },
} as const satisfies Prisma.RegisterImportSelect;

export type StoredImport = Prisma.RegisterImportGetPayload<{ select: typeof select }>;

export async function insertImport(
  client: Client,
  scope: WorkspaceScope,
  data: Omit<Prisma.RegisterImportUncheckedCreateInput, 'workspaceId'>,
): Promise<void> {
  await client.registerImport.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

/** One import without its files. */
export async function findImport(client: Client, scope: WorkspaceScope, id: string): Promise<StoredImport | null> {
  return client.registerImport.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select,
  });
}

/** The newest imports, of one register or of all. */
export async function findImports(
  client: Client,
  scope: WorkspaceScope,
  register: string | undefined,
): Promise<StoredImport[]> {
  return client.registerImport.findMany({
    where: { workspaceId: scope.workspaceId, ...(register === undefined ? {} : { register: { slug: register } }) },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
}

/** The answers with which the last import of a register was read. */
export async function findLastOptions(client: Client, scope: WorkspaceScope, registerId: string): Promise<unknown> {
  const found = await client.registerImport.findFirst({
    where: { workspaceId: scope.workspaceId, registerId, status: 'done' },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    select: { options: true },
  });
  return found?.options;
}

const pieceBytes = 4 * 1024 * 1024;

/** The archive byte for byte, fetched in pieces: on its way here a piece is several times as large as its bytes. */
export async function findContent(
  client: Client,
  scope: WorkspaceScope,
  stored: Pick<StoredImport, 'id' | 'byteLength'>,
): Promise<Uint8Array> {
  const content = new Uint8Array(stored.byteLength);
  for (let start = 0; start < content.length; start += pieceBytes) {
    const [found] = await client.$queryRaw<{ piece: Uint8Array }[]>`
      SELECT substring("content" FROM ${start + 1}::int FOR ${pieceBytes}::int) AS "piece" FROM "RegisterImport"
      WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${stored.id}::uuid`;
    if (found) content.set(found.piece, start);
  }
  return content;
}

export async function updateImport(
  client: Client,
  scope: WorkspaceScope,
  id: string,
  data: Prisma.RegisterImportUncheckedUpdateInput,
): Promise<void> {
  await client.registerImport.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data,
    select: { id: true },
  });
}

/** Moves an import on, if it is still where the caller believes; false when another process was first. */
export async function claimImport(
  client: Client,
  scope: WorkspaceScope,
  id: string,
  from: StoredImport['status'][],
  data: Prisma.RegisterImportUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await client.registerImport.updateMany({
    where: { workspaceId: scope.workspaceId, id, status: { in: from } },
    data,
  });
  return count === 1;
}

/** Whether an import ran to its end. */
export async function isDone(tx: Tx, scope: WorkspaceScope, id: string): Promise<boolean> {
  const where = { workspaceId: scope.workspaceId, id, status: { in: ['done' as const, 'undone' as const] } };
  return (await tx.registerImport.count({ where })) > 0;
}

export async function deleteImport(client: Client, scope: WorkspaceScope, id: string): Promise<void> {
  await client.registerImport.deleteMany({ where: { workspaceId: scope.workspaceId, id } });
}

/** Files that were uploaded and never imported. */
export async function deleteAbandoned(client: Client, before: Date): Promise<number> {
  const { count } = await client.registerImport.deleteMany({
    where: { status: 'uploaded', createdAt: { lt: before } },
  });
  return count;
}

import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Before } from '@/server/modules/imported-debt/contract';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

// The file, and the values before an import: each is as large as the file, and neither is needed to say where it stands.
const withoutContent = { content: true, result: true } as const;
const byAuthor = { createdBy: { select: { user: { select: { name: true } } } } } as const;

export async function insertImport(
  client: Client,
  scope: WorkspaceScope,
  data: Omit<Prisma.DebtImportUncheckedCreateInput, 'workspaceId'>,
) {
  await client.debtImport.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

/** What imports came to, by id, without the values that an undo would put back. */
async function outcomesOf(client: Client, scope: WorkspaceScope, ids: string[]): Promise<Map<string, unknown>> {
  const found = await client.$queryRaw<{ id: string; outcome: unknown }[]>`
    SELECT "id"::text, "result" - 'before' AS "outcome" FROM "DebtImport"
    WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ANY(${ids}::uuid[])`;
  return new Map(found.map(({ id, outcome }) => [id, outcome]));
}

export async function findImport(client: Client, scope: WorkspaceScope, id: string) {
  const found = await client.debtImport.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    omit: withoutContent,
    include: byAuthor,
  });
  return found && { ...found, outcome: (await outcomesOf(client, scope, [id])).get(id) };
}
export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

const pieceBytes = 4 * 1024 * 1024;

/** The file byte for byte, fetched in pieces: on its way here a piece is several times as large as its bytes. */
export async function findContent(client: Client, scope: WorkspaceScope, stored: StoredImport): Promise<Uint8Array> {
  const content = new Uint8Array(stored.byteLength);
  for (let start = 0; start < content.length; start += pieceBytes) {
    const [found] = await client.$queryRaw<{ piece: Uint8Array }[]>`
      SELECT substring("content" FROM ${start + 1}::int FOR ${pieceBytes}::int) AS "piece" FROM "DebtImport"
      WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${stored.id}::uuid`;
    if (found) content.set(found.piece, start);
  }
  return content;
}

/** A file with the same bytes that the same person put up and has not imported yet. */
export async function findWaiting(client: Client, scope: WorkspaceScope, contentHash: string) {
  return client.debtImport.findFirst({
    where: { workspaceId: scope.workspaceId, contentHash, status: 'uploaded', createdById: scope.memberId },
    select: { id: true },
  });
}

/** How the last file that came in was read. */
export async function findLastOptions(client: Client, scope: WorkspaceScope): Promise<unknown> {
  const found = await client.debtImport.findFirst({
    where: { workspaceId: scope.workspaceId, status: { in: ['done', 'undone'] } },
    orderBy: { createdAt: 'desc' },
    select: { options: true },
  });
  return found?.options;
}

export async function listImports(client: Client, scope: WorkspaceScope): Promise<StoredImport[]> {
  const found = await client.debtImport.findMany({
    where: { workspaceId: scope.workspaceId },
    omit: withoutContent,
    include: byAuthor,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const outcomes = await outcomesOf(
    client,
    scope,
    found.map((one) => one.id),
  );
  return found.map((one) => ({ ...one, outcome: outcomes.get(one.id) }));
}

export async function updateImport(
  client: Client,
  scope: WorkspaceScope,
  id: string,
  data: Prisma.DebtImportUncheckedUpdateInput,
) {
  await client.debtImport.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data,
    select: { id: true },
  });
}

/** Whether an import ran to its end, undone or not. */
export async function isFinished(tx: Tx, scope: WorkspaceScope, id: string): Promise<boolean> {
  const count = await tx.debtImport.count({
    where: { workspaceId: scope.workspaceId, id, status: { in: ['done', 'undone'] } },
  });
  return count > 0;
}

/** Moves an import on, if it is still where the caller believes; false when another process was first. */
export async function claimImport(
  client: Client,
  scope: WorkspaceScope,
  id: string,
  from: StoredImport['status'][],
  data: Prisma.DebtImportUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await client.debtImport.updateMany({
    where: { workspaceId: scope.workspaceId, id, status: { in: from } },
    data,
  });
  return count === 1;
}

/** One import of a workspace at a time: two files with the same keys would otherwise both create them. */
export async function lockImports(tx: Tx, scope: WorkspaceScope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${scope.workspaceId}`}, 0))`;
}

export async function saveDone(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  done: { format: string; counts: Record<string, number>; before: readonly Before[]; at: Date },
): Promise<void> {
  const result = JSON.stringify({ ...done.counts, before: done.before });
  await tx.$executeRaw`
    UPDATE "DebtImport" SET "status" = 'done', "format" = ${done.format}, "result" = ${result}::jsonb, "finishedAt" = ${done.at}
    WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${id}::uuid`;
}

/** The values that an import wrote over, in the order in which it wrote. */
export async function findBefore(tx: Tx, scope: WorkspaceScope, id: string): Promise<Before[]> {
  const [found] = await tx.$queryRaw<{ before: Before[] | null }[]>`
    SELECT "result"->'before' AS "before" FROM "DebtImport" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${id}::uuid`;
  return found?.before ?? [];
}

/** Keeps what an undo did; the values before are of no more use. */
export async function saveUndone(tx: Tx, scope: WorkspaceScope, id: string, undone: object): Promise<void> {
  await tx.$executeRaw`
    UPDATE "DebtImport" SET "result" = ("result" - 'before') || jsonb_build_object('undone', ${JSON.stringify(undone)}::jsonb)
    WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${id}::uuid`;
}

export async function deleteImport(client: Client, scope: WorkspaceScope, id: string): Promise<void> {
  await client.debtImport.deleteMany({ where: { workspaceId: scope.workspaceId, id } });
}

/** Files that were uploaded and never imported. */
export async function deleteAbandoned(client: Client, before: Date): Promise<number> {
  const { count } = await client.debtImport.deleteMany({ where: { status: 'uploaded', createdAt: { lt: before } } });
  return count;
}

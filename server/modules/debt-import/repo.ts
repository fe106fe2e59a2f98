import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;
type Json = Prisma.InputJsonValue;

const withoutContent = { content: true } as const;
const byAuthor = { createdBy: { select: { user: { select: { name: true } } } } } as const;

export async function insertImport(client: Client, scope: WorkspaceScope, data: Omit<Prisma.DebtImportUncheckedCreateInput, 'workspaceId'>) {
  await client.debtImport.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

export async function findImport(client: Client, scope: WorkspaceScope, id: string) {
  return client.debtImport.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    omit: withoutContent,
    include: byAuthor,
  });
}
export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export async function findContent(client: Client, scope: WorkspaceScope, id: string): Promise<Uint8Array | null> {
  const found = await client.debtImport.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { content: true },
  });
  return found?.content ?? null;
}

export async function listImports(client: Client, scope: WorkspaceScope) {
  return client.debtImport.findMany({
    where: { workspaceId: scope.workspaceId, status: { not: 'uploaded' } },
    omit: withoutContent,
    include: byAuthor,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
}

export async function updateImport(client: Client, scope: WorkspaceScope, id: string, data: Prisma.DebtImportUncheckedUpdateInput) {
  await client.debtImport.update({
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
  data: Prisma.DebtImportUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await client.debtImport.updateMany({
    where: { workspaceId: scope.workspaceId, id, status: { in: from } },
    data,
  });
  return count === 1;
}

export type ExistingRow = {
  number: number;
  title: string;
  sourceKey: string | null;
  contentHash: string | null;
  deleted: boolean;
  mergedInto: number | null;
};

/** Every debt that a file could mean, deleted ones too, with the key it has in each system it came from. */
export async function findExisting(client: Client, scope: WorkspaceScope): Promise<ExistingRow[]> {
  return client.$queryRaw<ExistingRow[]>`
    SELECT d."number", d."title", s."key" AS "sourceKey", s."contentHash", d."deletedAt" IS NOT NULL AS "deleted", m."number" AS "mergedInto"
    FROM "Debt" d
    LEFT JOIN "DebtSource" s ON s."workspaceId" = d."workspaceId" AND s."debtId" = d."id"
    LEFT JOIN "Debt" m ON m."workspaceId" = d."workspaceId" AND m."id" = d."mergedIntoId"
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid`;
}

export async function findKnownNames(client: Client, scope: WorkspaceScope) {
  const { workspaceId } = scope;
  const [members, teams, services] = await Promise.all([
    client.member.findMany({
      where: { workspaceId, removedAt: null },
      select: { id: true, user: { select: { name: true, email: true } } },
    }),
    client.team.findMany({ where: { workspaceId, deletedAt: null }, select: { id: true, name: true, key: true } }),
    client.service.findMany({ where: { workspaceId, deletedAt: null }, select: { id: true, key: true, name: true } }),
  ]);
  return {
    members: members.map(({ id, user }) => ({ id, name: user.name, email: user.email })),
    teams: teams.flatMap(({ id, name, key }) => [{ id, name }, ...(key === name ? [] : [{ id, name: key }])]),
    services,
  };
}

/** Inserts rows given as plain objects of columns: one statement and one parameter, however many there are. */
async function insertRows(tx: Tx, table: Prisma.Sql, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await tx.$executeRaw`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${json}::jsonb)`;
}

export type NewRows = { debts: object[]; sources: object[]; services: object[]; scores: object[] };

/** Writes new debts with all that belongs to them. Every column must be given: defaults of the schema do not apply. */
export async function insertDebts(tx: Tx, scope: WorkspaceScope, rows: NewRows): Promise<void> {
  const { workspaceId } = scope;
  const within = (list: object[]) => list.map((row) => ({ ...row, workspaceId }));
  await insertRows(tx, Prisma.sql`"Debt"`, within(rows.debts));
  await insertRows(tx, Prisma.sql`"DebtSource"`, within(rows.sources));
  await insertRows(tx, Prisma.sql`"DebtService"`, within(rows.services));
  await insertRows(tx, Prisma.sql`"Score"`, within(rows.scores));
}

export async function findDebtsForUpdate(tx: Tx, scope: WorkspaceScope, numbers: number[], system: string) {
  const { workspaceId } = scope;
  await tx.$queryRaw`SELECT 1 FROM "Debt" WHERE "workspaceId" = ${workspaceId}::uuid AND "number" = ANY(${numbers}) ORDER BY "number" FOR UPDATE`;
  return tx.debt.findMany({
    where: { workspaceId, number: { in: numbers } },
    include: { sources: { where: { system } }, services: { select: { serviceId: true } } },
  });
}
export type DebtForUpdate = Awaited<ReturnType<typeof findDebtsForUpdate>>[number];

/** The same without a lock, for showing what would change. */
export async function findDebts(client: Client, scope: WorkspaceScope, numbers: number[], system: string): Promise<DebtForUpdate[]> {
  return client.debt.findMany({
    where: { workspaceId: scope.workspaceId, number: { in: numbers } },
    include: { sources: { where: { system } }, services: { select: { serviceId: true } } },
  });
}

export type DebtColumns = Partial<Omit<Prisma.DebtUncheckedCreateInput, 'workspaceId' | 'id' | 'number' | 'merged' | 'services' | 'scores' | 'sources'>>;

export async function updateDebt(tx: Tx, scope: WorkspaceScope, id: string, data: DebtColumns): Promise<void> {
  await tx.debt.update({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, data, select: { id: true } });
}

export async function replaceServices(tx: Tx, scope: WorkspaceScope, debtId: string, serviceIds: string[]): Promise<void> {
  const { workspaceId } = scope;
  await tx.debtService.deleteMany({ where: { workspaceId, debtId } });
  await tx.debtService.createMany({ data: serviceIds.map((serviceId) => ({ workspaceId, debtId, serviceId })) });
}

export async function insertScore(tx: Tx, scope: WorkspaceScope, data: Omit<Prisma.ScoreUncheckedCreateInput, 'workspaceId'>) {
  await tx.score.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function saveSource(
  tx: Tx,
  scope: WorkspaceScope,
  source: { id: string; debtId: string; system: string; key: string; original: Json; read: Json; contentHash: string; importId: string; at: Date },
): Promise<void> {
  const { workspaceId } = scope;
  const { id, at, system, key, debtId, ...said } = source;
  await tx.debtSource.upsert({
    where: { workspaceId_system_key: { workspaceId, system, key } },
    create: { workspaceId, id, system, key, debtId, ...said, createdAt: at, updatedAt: at },
    update: { ...said, updatedAt: at },
    select: { id: true },
  });
}

/** Takes back the debts that an import made and nobody has touched since; returns how many. */
export async function deleteUntouched(tx: Tx, scope: WorkspaceScope, importId: string, at: Date): Promise<number> {
  const { workspaceId } = scope;
  // The origin goes too, so that the same file can be imported again.
  await tx.debtSource.deleteMany({ where: { workspaceId, importId, debt: { importId, version: 1, deletedAt: null } } });
  const { count } = await tx.debt.updateMany({
    where: { workspaceId, importId, version: 1, deletedAt: null },
    data: { deletedAt: at, deletedById: scope.memberId, version: { increment: 1 }, updatedAt: at },
  });
  return count;
}

export async function findTouched(tx: Tx, scope: WorkspaceScope, importId: string): Promise<number[]> {
  const debts = await tx.debt.findMany({
    where: { workspaceId: scope.workspaceId, importId, version: { gt: 1 }, deletedAt: null },
    select: { number: true },
    orderBy: { number: 'asc' },
    take: 200,
  });
  return debts.map((debt) => debt.number);
}

/** One import of a workspace at a time: two files with the same keys would otherwise both create them. */
export async function lockImports(tx: Tx, scope: WorkspaceScope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${scope.workspaceId}`}, 0))`;
}

export async function saveDone(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  done: { format: string; counts: Record<string, number>; before: object[]; at: Date },
): Promise<void> {
  const result = { ...done.counts, before: done.before };
  await tx.debtImport.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { status: 'done', format: done.format, result, finishedAt: done.at },
    select: { id: true },
  });
}

export async function deleteImport(client: Client, scope: WorkspaceScope, id: string): Promise<void> {
  await client.debtImport.deleteMany({ where: { workspaceId: scope.workspaceId, id } });
}

/** Files that were uploaded and never imported. */
export async function deleteAbandoned(client: Client, before: Date): Promise<number> {
  const { count } = await client.debtImport.deleteMany({ where: { status: 'uploaded', createdAt: { lt: before } } });
  return count;
}

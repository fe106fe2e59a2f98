import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';
import type { Before } from './contract';

type Client = Db | Tx;
type Json = Prisma.InputJsonValue;

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

// Without the original rows, which are as large as the file.
const withOrigin = (system: string) =>
  ({
    sources: { where: { system }, select: { key: true, read: true, contentHash: true } },
    services: { select: { serviceId: true } },
  }) as const;

export async function findDebtsForUpdate(tx: Tx, scope: WorkspaceScope, numbers: number[], system: string) {
  const { workspaceId } = scope;
  await tx.$queryRaw`SELECT 1 FROM "Debt" WHERE "workspaceId" = ${workspaceId}::uuid AND "number" = ANY(${numbers}) ORDER BY "number" FOR UPDATE`;
  return tx.debt.findMany({
    where: { workspaceId, number: { in: numbers } },
    include: withOrigin(system),
  });
}
export type DebtForUpdate = Awaited<ReturnType<typeof findDebtsForUpdate>>[number];

/** The same without a lock, for showing what would change. */
export async function findDebts(
  client: Client,
  scope: WorkspaceScope,
  numbers: number[],
  system: string,
): Promise<DebtForUpdate[]> {
  return client.debt.findMany({
    where: { workspaceId: scope.workspaceId, number: { in: numbers } },
    include: withOrigin(system),
  });
}

export type DebtColumns = Partial<
  Omit<Prisma.DebtUncheckedCreateInput, 'workspaceId' | 'id' | 'number' | 'merged' | 'services' | 'scores' | 'sources'>
>;

export async function updateDebt(tx: Tx, scope: WorkspaceScope, id: string, data: DebtColumns): Promise<void> {
  await tx.debt.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data,
    select: { id: true },
  });
}

export async function replaceServices(
  tx: Tx,
  scope: WorkspaceScope,
  debtId: string,
  serviceIds: string[],
): Promise<void> {
  const { workspaceId } = scope;
  await tx.debtService.deleteMany({ where: { workspaceId, debtId } });
  await tx.debtService.createMany({ data: serviceIds.map((serviceId) => ({ workspaceId, debtId, serviceId })) });
}

export async function insertScore(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.ScoreUncheckedCreateInput, 'workspaceId'>,
) {
  await tx.score.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function saveSource(
  tx: Tx,
  scope: WorkspaceScope,
  source: {
    id: string;
    debtId: string;
    system: string;
    key: string;
    original: Json;
    read: Json;
    contentHash: string;
    importId: string;
    at: Date;
  },
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

/** Puts an origin back to what had been read from it before an import, or forgets one that the import made. */
export async function restoreSource(
  tx: Tx,
  scope: WorkspaceScope,
  source: {
    debtId: string;
    system: string;
    key: string;
    was: Before['source']['was'];
    at: Date;
  },
): Promise<void> {
  const { workspaceId } = scope;
  const { debtId, system, key, was, at } = source;
  if (!was) {
    await tx.debtSource.deleteMany({ where: { workspaceId, debtId, system, key } });
    return;
  }
  await tx.$executeRaw`
    UPDATE "DebtSource" SET "read" = "read" || ${JSON.stringify(was.read)}::jsonb, "contentHash" = ${was.contentHash}, "updatedAt" = ${at}
    WHERE "workspaceId" = ${workspaceId}::uuid AND "debtId" = ${debtId}::uuid AND "system" = ${system} AND "key" = ${key}`;
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

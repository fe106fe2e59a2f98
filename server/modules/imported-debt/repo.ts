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
  const members = await client.member.findMany({
    where: { workspaceId, removedAt: null },
    select: { id: true, user: { select: { name: true, email: true } } },
  });
  const alive = { workspaceId, deletedAt: null };
  const teams = await client.team.findMany({ where: alive, select: { id: true, name: true, key: true } });
  const services = await client.service.findMany({ where: alive, select: { id: true, key: true, name: true } });
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

export type DebtChange = DebtColumns & { id: string };

// One statement takes the whole part of a file: row by row, 50,000 updates wait for 200,000 answers.
/** Writes columns of many debts at once; a column that a change does not name stays as it is. */
export async function updateDebts(tx: Tx, scope: WorkspaceScope, changes: readonly DebtChange[]): Promise<void> {
  const named = new Set(changes.flatMap((change) => Object.keys(change)));
  const names = Object.values(Prisma.DebtScalarFieldEnum).filter((name) => name !== 'id' && named.has(name));
  if (names.length === 0) return;
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(', '));
  const values = Prisma.raw(names.map((name) => `r."${name}"`).join(', '));
  const json = JSON.stringify(changes);
  await tx.$executeRaw`
    UPDATE "Debt" d SET (${columns}) = (SELECT ${values} FROM jsonb_populate_record(d, c."change") r)
    FROM jsonb_array_elements(${json}::jsonb) c("change")
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."id" = (c."change"->>'id')::uuid`;
}

/** The services that debts have from now on, by the id of the debt. */
export async function replaceServices(
  tx: Tx,
  scope: WorkspaceScope,
  servicesOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { workspaceId } = scope;
  await tx.debtService.deleteMany({ where: { workspaceId, debtId: { in: [...servicesOf.keys()] } } });
  const rows = [...servicesOf].flatMap(([debtId, ids]) => ids.map((serviceId) => ({ workspaceId, debtId, serviceId })));
  await insertRows(tx, Prisma.sql`"DebtService"`, rows);
}

export async function insertScores(tx: Tx, scope: WorkspaceScope, scores: readonly object[]): Promise<void> {
  const rows = scores.map((score) => ({ ...score, workspaceId: scope.workspaceId }));
  await insertRows(tx, Prisma.sql`"Score"`, rows);
}

export type SourceWrite = {
  id: string;
  debtId: string;
  system: string;
  key: string;
  original: Json;
  read: Json;
  contentHash: string;
  importId: string;
};

/** Keeps what was read from rows, under the keys that they have there; no two of them may have the same key. */
export async function saveSources(tx: Tx, scope: WorkspaceScope, sources: readonly SourceWrite[], at: Date) {
  if (sources.length === 0) return;
  const said = { workspaceId: scope.workspaceId, url: null, createdAt: at, updatedAt: at };
  const json = JSON.stringify(sources.map((source) => ({ ...source, ...said })));
  await tx.$executeRaw`
    INSERT INTO "DebtSource" SELECT * FROM jsonb_populate_recordset(NULL::"DebtSource", ${json}::jsonb)
    ON CONFLICT ("workspaceId", "system", "key") DO UPDATE SET
      "original" = EXCLUDED."original", "read" = EXCLUDED."read", "contentHash" = EXCLUDED."contentHash",
      "importId" = EXCLUDED."importId", "updatedAt" = EXCLUDED."updatedAt"`;
}

type SourceBefore = Before['source'] & { debtId: string };

/** Puts origins back to what had been read from them before an import, and forgets those that the import made. */
export async function restoreSources(
  tx: Tx,
  scope: WorkspaceScope,
  system: string,
  sources: readonly SourceBefore[],
  at: Date,
): Promise<void> {
  const { workspaceId } = scope;
  const json = JSON.stringify(sources);
  await tx.$executeRaw`
    DELETE FROM "DebtSource" s USING jsonb_to_recordset(${json}::jsonb) c("debtId" uuid, "key" text, "was" jsonb)
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."system" = ${system}
      AND s."debtId" = c."debtId" AND s."key" = c."key" AND c."was" IS NULL`;
  await tx.$executeRaw`
    UPDATE "DebtSource" s SET "read" = s."read" || (c."was"->'read'), "contentHash" = c."was"->>'contentHash', "updatedAt" = ${at}
    FROM jsonb_to_recordset(${json}::jsonb) c("debtId" uuid, "key" text, "was" jsonb)
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."system" = ${system}
      AND s."debtId" = c."debtId" AND s."key" = c."key" AND c."was" IS NOT NULL`;
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

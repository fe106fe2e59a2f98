import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import { parseSort } from '@/server/domain/field/sort';
import type { Db, Tx } from '@/server/platform/db';
import { type KeysetTerm, type KeysetValue, keysetAfter, keysetOrder, keysetValues } from '@/server/platform/keyset';
import { type ServiceFilters, type ServiceRecord, type ServiceSortField, serviceSortFields } from './contract';

type Client = Db | Tx;

export type StoredService = Omit<ServiceRecord, 'abilities' | 'team'> & {
  teamKey: string | null;
  teamName: string | null;
};

const sortExpressions: Record<ServiceSortField, Omit<KeysetTerm, 'descending'>> = {
  name: { expression: Prisma.sql`lower(s."name")`, cast: 'text' },
  key: { expression: Prisma.sql`s."key"`, cast: 'text' },
  team: { expression: Prisma.sql`lower(t."name")`, cast: 'text' },
  // Written as weights, so that highest first begins with critical.
  tier: {
    expression: Prisma.sql`array_position(ARRAY['low','medium','high','critical'], s."tier"::text)`,
    cast: 'integer',
  },
  openDebts: { expression: Prisma.sql`coalesce(w."openDebts", 0)`, cast: 'integer' },
  worstSeverity: { expression: Prisma.sql`w."worst"`, cast: 'integer' },
  availability: { expression: Prisma.sql`s."availability"`, cast: 'double precision' },
  createdAt: { expression: Prisma.sql`s."createdAt"`, cast: 'timestamptz' },
  updatedAt: { expression: Prisma.sql`s."updatedAt"`, cast: 'timestamptz' },
};

function termsOf(sort: string): KeysetTerm[] {
  const terms = parseSort(serviceSortFields, sort) ?? [];
  const chosen = terms.map((term) => ({ ...sortExpressions[term.field], descending: term.descending }));
  // The key is unique in a workspace, so the order is total and a page ends in one place.
  return [...chosen, { ...sortExpressions.key, descending: false }];
}

/** Open debts and the gravest of them, for every service at once: one aggregation, whatever the length of the list. */
function worth(scope: WorkspaceScope, only: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ds."serviceId", count(*)::int AS "openDebts", max(d."severityThirds")::int AS "worst"
    FROM "DebtService" ds
    JOIN "Debt" d ON d."workspaceId" = ds."workspaceId" AND d."id" = ds."debtId"
    WHERE ds."workspaceId" = ${scope.workspaceId}::uuid AND d."deletedAt" IS NULL
      AND d."state" NOT IN ('resolved', 'withdrawn') ${only}
    GROUP BY ds."serviceId"`;
}

const columns = Prisma.sql`
  s."id"::text, s."key", s."name", s."description", s."tier"::text, s."external", s."availability",
  s."availabilitySource"::text, to_char(s."availabilityAsOf", 'YYYY-MM-DD') AS "availabilityAsOf",
  s."sloTarget", s."sloWindowDays", s."p50Ms", s."p95Ms", s."createdAt", s."updatedAt", s."version",
  t."key" AS "teamKey", t."name" AS "teamName",
  coalesce(w."openDebts", 0) AS "openDebts", w."worst" AS "worstSeverityThirds"`;

const teamJoin = Prisma.sql`LEFT JOIN "Team" t ON t."workspaceId" = s."workspaceId" AND t."id" = s."teamId"`;

function matching(scope: WorkspaceScope, filters: ServiceFilters): Prisma.Sql {
  const parts = [Prisma.sql`s."workspaceId" = ${scope.workspaceId}::uuid`, Prisma.sql`s."deletedAt" IS NULL`];
  if (filters.q) {
    parts.push(
      Prisma.sql`strpos(lower(s."key" || ' ' || s."name" || ' ' || s."description"), lower(${filters.q})) > 0`,
    );
  }
  if (filters.tier) parts.push(Prisma.sql`s."tier"::text = ANY(${filters.tier})`);
  if (filters.team) parts.push(Prisma.sql`t."key" = ANY(${filters.team})`);
  if (filters.external !== undefined) parts.push(Prisma.sql`s."external" = ${filters.external}`);
  return Prisma.join(parts, ' AND ');
}

export type ServicePage = { rows: StoredService[]; lastPlace: KeysetValue[] | null };

/** The services after a place in the order, at most `limit`; `lastPlace` is null when these are the last. */
export async function findServices(
  client: Client,
  scope: WorkspaceScope,
  query: { filters: ServiceFilters; sort: string; after: KeysetValue[] | null; limit: number },
): Promise<ServicePage> {
  const terms = termsOf(query.sort);
  const after = query.after ? Prisma.sql`AND ${keysetAfter(terms, query.after)}` : Prisma.empty;
  const found = await client.$queryRaw<(StoredService & { place: KeysetValue[] })[]>`
    WITH w AS (${worth(scope, Prisma.empty)})
    SELECT ${columns}, ${keysetValues(terms)} AS "place"
    FROM "Service" s ${teamJoin} LEFT JOIN w ON w."serviceId" = s."id"
    WHERE ${matching(scope, query.filters)} ${after}
    ORDER BY ${keysetOrder(terms)}
    LIMIT ${query.limit + 1}`;
  const page = found.slice(0, query.limit);
  const lastPlace = found.length > query.limit ? (page.at(-1)?.place ?? null) : null;
  return { rows: page.map(({ place: _place, ...row }) => row), lastPlace };
}

export async function countServices(client: Client, scope: WorkspaceScope, filters: ServiceFilters): Promise<number> {
  const rows = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Service" s ${teamJoin} WHERE ${matching(scope, filters)}`;
  return rows[0]?.count ?? 0;
}

export async function summarizeServices(client: Client, scope: WorkspaceScope) {
  const rows = await client.$queryRaw<{ count: number; external: number; withAvailability: number; assumed: number }[]>`
    SELECT count(*)::int AS "count",
      count(*) FILTER (WHERE "external")::int AS "external",
      count("availability")::int AS "withAvailability",
      count(*) FILTER (WHERE "availability" IS NOT NULL AND "availabilitySource" = 'assumed')::int AS "assumed"
    FROM "Service" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "deletedAt" IS NULL`;
  return rows[0] ?? { count: 0, external: 0, withAvailability: 0, assumed: 0 };
}

/** One live service with its figures. */
export async function findService(client: Client, scope: WorkspaceScope, key: string): Promise<StoredService | null> {
  const own = Prisma.sql`AND ds."serviceId" =
    (SELECT "id" FROM "Service" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "key" = ${key})`;
  const rows = await client.$queryRaw<StoredService[]>`
    WITH w AS (${worth(scope, own)})
    SELECT ${columns}
    FROM "Service" s ${teamJoin} LEFT JOIN w ON w."serviceId" = s."id"
    WHERE s."workspaceId" = ${scope.workspaceId}::uuid AND s."key" = ${key} AND s."deletedAt" IS NULL`;
  return rows[0] ?? null;
}

/** The bare record, deleted or not. */
export async function findServiceByKey(client: Client, scope: WorkspaceScope, key: string) {
  return client.service.findUnique({
    where: { workspaceId_key: { workspaceId: scope.workspaceId, key } },
    include: { team: { select: { key: true } } },
  });
}

/** Holds the row until the transaction ends, so that two changes of one service are made one after the other. */
export async function lockService(tx: Tx, scope: WorkspaceScope, key: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Service" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "key" = ${key} FOR UPDATE`;
}

export type ServiceColumns = Partial<
  Omit<Prisma.ServiceCreateManyInput, 'workspaceId' | 'id' | 'key' | 'version' | 'createdAt'>
>;

/** False when the key is taken, by a live service or a deleted one. */
export async function insertService(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.ServiceCreateManyInput, 'workspaceId'>,
): Promise<boolean> {
  const { count } = await tx.service.createMany({
    data: [{ ...data, workspaceId: scope.workspaceId }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function updateServiceColumns(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: ServiceColumns,
): Promise<void> {
  await tx.service.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function findTeamKeys(client: Client, scope: WorkspaceScope) {
  return client.team.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    select: { id: true, key: true },
    orderBy: { key: 'asc' },
  });
}

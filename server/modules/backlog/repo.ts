import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import { prefixQuery } from '@/server/domain/search/terms';
import type { DebtRowFacts } from '@/server/modules/debt/contract';
import { database } from '@/server/platform/db';
import { parseable } from '@/server/platform/full-text';
import type { Filters, GroupField, SortableField } from './contract';

const { sql, join, empty } = Prisma;

/** What "today", "stale" and "soon" mean for one request. Days are `YYYY-MM-DD`: a date cast of an instant would follow the session's time zone. */
export type Boundaries = { today: string; staleBefore: Date; expiringUntil: string };

const words = sql`to_tsvector('simple', ${parseable(sql`d."title" || ' ' || d."productSentence" || ' ' || d."description"`)})`;

function searchCondition(scope: WorkspaceScope, q: string): Prisma.Sql {
  const key = new RegExp(`^(?:${scope.debtPrefix}-)?(\\d{1,9})$`, 'i').exec(q);
  const terms = prefixQuery(q);
  if (key) return sql`(d."number" = ${Number(key[1])} OR ${words} @@ to_tsquery('simple', ${terms}))`;
  return terms ? sql`${words} @@ to_tsquery('simple', ${terms})` : sql`FALSE`;
}

function ownerCondition(scope: WorkspaceScope, refs: string[]): Prisma.Sql {
  const wanted = refs.map((ref) => (ref === 'me' ? (scope.memberId ?? '') : ref.toLowerCase()));
  const named = sql`d."ownerId" IN (SELECT m."id" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = ${scope.workspaceId}::uuid AND (m."id"::text = ANY(${wanted}) OR u."email" = ANY(${wanted})))`;
  return refs.includes('none') ? sql`(d."ownerId" IS NULL OR ${named})` : named;
}

function quadrantCondition(wanted: NonNullable<Filters['quadrant']>): Prisma.Sql {
  const named = sql`d."quadrant"::text = ANY(${wanted})`;
  return wanted.includes('none') ? sql`(d."quadrant" IS NULL OR ${named})` : named;
}

function scoredCondition(scored: NonNullable<Filters['scored']>, { staleBefore }: Boundaries): Prisma.Sql {
  if (scored === 'unscored') return sql`d."scoreThirds" IS NULL`;
  return scored === 'stale' ? sql`d."scoredAt" < ${staleBefore}` : sql`d."scoredAt" >= ${staleBefore}`;
}

function floorCondition({ today }: Boundaries): Prisma.Sql {
  return sql`d."impact" >= w."floorImpact" AND d."likelihood" >= w."floorLikelihood" AND d."scoreThirds" IS NOT NULL
    AND (d."state" = 'open' OR (d."state" = 'accepted' AND d."acceptedUntil" < ${today}::date))`;
}

/** Every condition of a view, always beginning with the workspace. */
function conditions(scope: WorkspaceScope, filters: Filters, at: Boundaries): Prisma.Sql {
  const all = [sql`d."workspaceId" = ${scope.workspaceId}::uuid`, sql`d."deletedAt" IS NULL`];
  if (filters.q) all.push(searchCondition(scope, filters.q));
  if (filters.state) all.push(sql`d."state" = ANY(${filters.state}::"DebtState"[])`);
  if (filters.open !== undefined) {
    all.push(
      filters.open
        ? sql`d."state" IN ('open', 'planned', 'inProgress', 'accepted')`
        : sql`d."state" IN ('resolved', 'withdrawn')`,
    );
  }
  if (filters.team) {
    all.push(
      sql`d."teamId" IN (SELECT t."id" FROM "Team" t WHERE t."workspaceId" = ${scope.workspaceId}::uuid AND t."key" = ANY(${filters.team}))`,
    );
  }
  if (filters.service) {
    all.push(sql`EXISTS (SELECT 1 FROM "DebtService" x JOIN "Service" s ON s."workspaceId" = x."workspaceId" AND s."id" = x."serviceId"
      WHERE x."workspaceId" = d."workspaceId" AND x."debtId" = d."id" AND s."key" = ANY(${filters.service}))`);
  }
  if (filters.owner) all.push(ownerCondition(scope, filters.owner));
  if (filters.quadrant) all.push(quadrantCondition(filters.quadrant));
  if (filters.label) all.push(sql`d."labels" && ${filters.label}::text[]`);
  if (filters.scored) all.push(scoredCondition(filters.scored, at));
  if (filters.estimated !== undefined) {
    all.push(filters.estimated ? sql`d."effortHalfDays" IS NOT NULL` : sql`d."effortHalfDays" IS NULL`);
  }
  if (filters.floor) all.push(floorCondition(at));
  if (filters.expiring) all.push(sql`d."state" = 'accepted' AND d."acceptedUntil" <= ${at.expiringUntil}::date`);
  if (filters.due) all.push(sql`d."revisitOn" <= ${at.today}::date AND d."state" NOT IN ('resolved', 'withdrawn')`);
  if (filters.import) all.push(sql`d."importId" = ${filters.import}::uuid`);
  return join(all, ' AND ');
}

type SortRule = { expression: Prisma.Sql; cast: Prisma.Sql };
type Direction = 'asc' | 'desc';

const int = sql`::int`;
const text = sql`::text`;

// The stand-in for "no value" puts such debts last in either direction, and keeps the cursor a plain comparison.
function numeric(column: Prisma.Sql, direction: Direction): SortRule {
  const last = direction === 'desc' ? sql`-1` : sql`2147483647`;
  return { expression: sql`COALESCE(${column}, ${last})::int`, cast: int };
}

// The leading digit keeps the place of "no value" out of the hands of the database's collation.
function worded(column: Prisma.Sql, direction: Direction): SortRule {
  return {
    expression: sql`COALESCE('1' || lower(${column}), ${direction === 'desc' ? sql`'0'` : sql`'2'`})`,
    cast: text,
  };
}

function dated(column: Prisma.Sql, direction: Direction): SortRule {
  const last = direction === 'desc' ? sql`'-infinity'::timestamptz` : sql`'infinity'::timestamptz`;
  return { expression: sql`COALESCE(${column}::timestamptz, ${last})`, cast: sql`::timestamptz` };
}

function sortRule(field: SortableField | GroupField, direction: Direction): SortRule {
  const rules: Record<SortableField | GroupField, () => SortRule> = {
    score: () => numeric(sql`d."scoreThirds"`, direction),
    severity: () => numeric(sql`d."severityThirds"`, direction),
    effort: () => numeric(sql`d."effortHalfDays"`, direction),
    interest: () => numeric(sql`d."interestMinutesPerMonth"`, direction),
    key: () => ({ expression: sql`d."number"`, cast: int }),
    title: () => worded(sql`d."title"`, direction),
    state: () => ({ expression: sql`d."state"`, cast: sql`::"DebtState"` }),
    owner: () => worded(sql`owner."name"`, direction),
    team: () => worded(sql`team."name"`, direction),
    scored: () => dated(sql`d."scoredAt"`, direction),
    incurred: () => dated(sql`d."incurredOn"`, direction),
    created: () => dated(sql`d."createdAt"`, direction),
    updated: () => dated(sql`d."updatedAt"`, direction),
    revisit: () => dated(sql`d."revisitOn"`, direction),
    quadrant: () => worded(sql`d."quadrant"::text`, direction),
    service: () => worded(serviceNames, direction),
  };
  return rules[field]();
}

type OrderTerm = { field: SortableField; direction: Direction };
/** `further` orders those of one value; the number always comes last, so that every debt has one place. */
export type Order = OrderTerm & { further: OrderTerm[]; group: GroupField | null };

const serviceNames = sql`(SELECT string_agg(s."name", ', ' ORDER BY s."key")
  FROM "DebtService" x JOIN "Service" s ON s."workspaceId" = x."workspaceId" AND s."id" = x."serviceId"
  WHERE x."workspaceId" = d."workspaceId" AND x."debtId" = d."id")`;

const joins = sql`
  LEFT JOIN LATERAL (SELECT m."id", u."name", u."email" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = d."workspaceId" AND m."id" = d."ownerId") owner ON TRUE
  LEFT JOIN "Team" team ON team."workspaceId" = d."workspaceId" AND team."id" = d."teamId"`;

const columns = sql`
  d."id", d."number", d."title", d."productSentence", d."state", d."closedAs", d."impact", d."likelihood", d."velocityTax",
  d."remediationCost", d."scoreThirds", d."severityThirds", d."scoredAt", d."effortHalfDays", d."interestMinutesPerMonth",
  d."quadrant", d."notDebtReason", COALESCE(d."labels", '{}') AS "labels", d."revisitOn", d."acceptedUntil", d."incurredOn", d."createdAt", d."updatedAt",
  d."version",
  CASE WHEN owner."id" IS NULL THEN NULL ELSE json_build_object('id', owner."id", 'name', owner."name", 'email', owner."email") END AS "owner",
  CASE WHEN team."id" IS NULL THEN NULL ELSE json_build_object('key', team."key", 'name', team."name") END AS "team",
  (SELECT COALESCE(json_agg(json_build_object('key', s."key", 'name', s."name") ORDER BY s."key"), '[]'::json)
    FROM "DebtService" x JOIN "Service" s ON s."workspaceId" = x."workspaceId" AND s."id" = x."serviceId"
    WHERE x."workspaceId" = d."workspaceId" AND x."debtId" = d."id") AS "services"`;

export type FoundRow = DebtRowFacts & { sortValue: string; groupValue: string | null; furtherValues: string[] };
/** The values by which the last row of a page stands where it stands. */
export type PlaceInView = { group: string | null; value: string | number; further: string[]; number: number };

function orderBy(order: Order): Prisma.Sql {
  const terms = [order, ...order.further].map(
    ({ field, direction }) =>
      sql`${sortRule(field, direction).expression} ${direction === 'desc' ? sql`DESC` : sql`ASC`}`,
  );
  const sorted = sql`${join(terms, ', ')}, d."number"`;
  return order.group ? sql`${sortRule(order.group, 'asc').expression}, ${sorted}` : sorted;
}

type PageWanted = { filters: Filters; at: Boundaries; order: Order; after: PlaceInView | null; take: number };

/** The statement behind `findPage`, for the test of its plan. */
export function pageStatement(scope: WorkspaceScope, wanted: PageWanted): Prisma.Sql {
  const { order } = wanted;
  const rule = sortRule(order.field, order.direction);
  const further = order.further.map(({ field, direction }) => sql`(${sortRule(field, direction).expression})::text`);
  const group = order.group ? sql`(${sortRule(order.group, 'asc').expression})::text` : sql`NULL::text`;
  return sql`
    SELECT ${columns}, (${rule.expression})::text AS "sortValue", ${group} AS "groupValue",
      ARRAY[${further.length > 0 ? join(further, ', ') : empty}]::text[] AS "furtherValues"
    FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId" ${joins}
    WHERE ${conditions(scope, wanted.filters, wanted.at)} ${wanted.after ? pageStart(order, wanted.after) : empty}
    ORDER BY ${orderBy(order)}
    LIMIT ${wanted.take}`;
}

/** One page of a view, one row more than asked for when there is a next page. */
export async function findPage(scope: WorkspaceScope, wanted: PageWanted): Promise<FoundRow[]> {
  return database().$queryRaw<FoundRow[]>(pageStatement(scope, wanted));
}

function furtherStart(order: Order, after: PlaceInView): Prisma.Sql {
  return order.further.reduceRight((rest, { field, direction }, index) => {
    const { expression, cast } = sortRule(field, direction);
    const value = sql`${after.further[index] ?? ''}${cast}`;
    return sql`(${expression} ${direction === 'desc' ? sql`<` : sql`>`} ${value} OR (${expression} = ${value} AND ${rest}))`;
  }, sql`d."number" > ${after.number}`);
}

function pageStart(order: Order, after: PlaceInView): Prisma.Sql {
  const rule = sortRule(order.field, order.direction);
  const value = sql`${String(after.value)}${rule.cast}`;
  const compare = order.direction === 'desc' ? sql`<` : sql`>`;
  // The first half is what an index can begin at; the second drops the rows of the same value that were shown already.
  const beyond = sql`${rule.expression} ${compare}= ${value}
    AND (${rule.expression} ${compare} ${value} OR ${furtherStart(order, after)})`;
  if (!order.group || after.group === null) return sql` AND ${beyond}`;
  const heading = sortRule(order.group, 'asc');
  const group = sql`${after.group}${heading.cast}`;
  return sql` AND (${heading.expression} > ${group} OR (${heading.expression} = ${group} AND ${beyond}))`;
}

/** How many debts of the view have each score: its total, and with it every rank and tie. At most 43 rows. */
export async function countByScore(scope: WorkspaceScope, filters: Filters, at: Boundaries) {
  return database().$queryRaw<{ scoreThirds: number | null; count: number }[]>`
    SELECT d."scoreThirds", count(*)::int AS "count" FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId"
    WHERE ${conditions(scope, filters, at)} GROUP BY d."scoreThirds"`;
}

export type Figures = {
  count: number;
  scored: number;
  estimated: number;
  effortHalfDays: number;
  freshlyScored: number;
  severityThirdsSum: number;
  interestMinutes: number;
  withInterest: number;
};

export async function findFigures(scope: WorkspaceScope, filters: Filters, at: Boundaries): Promise<Figures> {
  const [figures] = await database().$queryRaw<Figures[]>`
    SELECT count(*)::int AS "count", count(d."scoreThirds")::int AS "scored", count(d."effortHalfDays")::int AS "estimated",
      COALESCE(sum(d."effortHalfDays"), 0)::float8 AS "effortHalfDays",
      count(*) FILTER (WHERE d."scoredAt" >= ${at.staleBefore})::int AS "freshlyScored",
      COALESCE(sum(d."severityThirds"), 0)::float8 AS "severityThirdsSum",
      COALESCE(sum(d."interestMinutesPerMonth"), 0)::float8 AS "interestMinutes", count(d."interestMinutesPerMonth")::int AS "withInterest"
    FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId" WHERE ${conditions(scope, filters, at)}`;
  if (!figures) throw new Error('an aggregate over no rows still has a row');
  return figures;
}

/** Debts grouped by severity (thirds) and by the cost of those nobody estimated, for the histogram and the defaults. */
export async function countBySeverityAndCost(scope: WorkspaceScope, filters: Filters, at: Boundaries) {
  return database().$queryRaw<{ severityThirds: number | null; unestimatedCost: number | null; count: number }[]>`
    SELECT d."severityThirds", CASE WHEN d."effortHalfDays" IS NULL THEN d."remediationCost" END AS "unestimatedCost", count(*)::int AS "count"
    FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId" WHERE ${conditions(scope, filters, at)} GROUP BY 1, 2`;
}

/** Open debts grouped by their four answers, at most 625 rows: all that a simulation of ranks needs. */
export async function countByFactors(scope: WorkspaceScope) {
  return database().$queryRaw<
    { impact: number; likelihood: number; velocityTax: number; remediationCost: number; count: number }[]
  >`
    SELECT d."impact", d."likelihood", d."velocityTax", d."remediationCost", count(*)::int AS "count" FROM "Debt" d
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."deletedAt" IS NULL AND d."scoreThirds" IS NOT NULL
      AND d."state" IN ('open', 'planned', 'inProgress', 'accepted') GROUP BY 1, 2, 3, 4`;
}

export async function findOldest(scope: WorkspaceScope, filters: Filters, at: Boundaries) {
  const [oldest] = await database().$queryRaw<{ number: number; title: string; incurredOn: Date }[]>`
    SELECT d."number", d."title", d."incurredOn" FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId"
    WHERE ${conditions(scope, filters, at)} AND d."incurredOn" IS NOT NULL ORDER BY d."incurredOn", d."number" LIMIT 1`;
  return oldest ?? null;
}

/** The place of a debt in the view, and its neighbours. */
export async function findNeighbours(
  scope: WorkspaceScope,
  view: { filters: Filters; at: Boundaries; order: Order; number: number },
) {
  const [found] = await database().$queryRaw<{ index: number; previous: number | null; next: number | null }[]>`
    SELECT "index", "previous", "next" FROM (
      SELECT d."number", row_number() OVER o::int AS "index", lag(d."number") OVER o AS "previous", lead(d."number") OVER o AS "next"
      FROM "Debt" d JOIN "Workspace" w ON w."id" = d."workspaceId" ${joins}
      WHERE ${conditions(scope, view.filters, view.at)}
      WINDOW o AS (ORDER BY ${orderBy(view.order)})
    ) ranked WHERE "number" = ${view.number}`;
  return found ?? null;
}

export async function countLabels(scope: WorkspaceScope) {
  return database().$queryRaw<{ label: string; count: number }[]>`
    SELECT "label", count(*)::int AS "count" FROM "Debt" d, unnest(d."labels") AS "label"
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."deletedAt" IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`;
}

/** The workspace's name and its rule for the severity floor. */
export async function findRule(scope: WorkspaceScope) {
  return database().workspace.findUniqueOrThrow({
    where: { id: scope.workspaceId },
    select: { name: true, floorImpact: true, floorLikelihood: true },
  });
}

/** Whether the workspace has any debt at all, closed ones included. */
export async function hasAnyDebt(scope: WorkspaceScope): Promise<boolean> {
  const first = await database().debt.findFirst({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    select: { id: true },
  });
  return first !== null;
}

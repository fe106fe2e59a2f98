import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { SortTerm } from '@/server/domain/field/sort';
import type { SearchTerms } from '@/server/domain/search/terms';
import type { DecisionRow } from '@/server/modules/decision/contract';
import type { Db } from '@/server/platform/db';
import { fitness, markedPassage, preferIndexes, tsquery } from '@/server/platform/full-text';
import { type KeysetTerm, type KeysetValue, keysetAfter, keysetOrder, keysetValues } from '@/server/platform/keyset';
import type { DecisionFilters, DecisionSortField } from './contract';

const { sql, join, empty } = Prisma;

/** What "today" and the ages mean for one request. */
export type Boundaries = { today: string; monthAgo: Date; yearAgo: Date };
export type Narrowed = Omit<DecisionFilters, 'q'> & { terms: SearchTerms | null };
/** The filters that have a facet; each facet counts under the others. */
export const facetNames = ['register', 'status', 'tag', 'service', 'owner', 'age'] as const;
type FacetName = (typeof facetNames)[number];

// Ranking reads each record's words, so that only this many of the likeliest are ranked; the others follow by date.
const rankedAtMost = 200;

function searchCondition(scope: WorkspaceScope, terms: SearchTerms): Prisma.Sql {
  const inWorkspace = sql`f."workspaceId" = ${scope.workspaceId}::uuid`;
  if (terms.number === null && terms.path === null) return sql`d."search" @@ ${tsquery(terms)}`;
  const ways = [sql`SELECT f."id" FROM "Decision" f WHERE ${inWorkspace} AND f."search" @@ ${tsquery(terms)}`];
  if (terms.number !== null) {
    ways.push(sql`SELECT f."id" FROM "Decision" f WHERE ${inWorkspace} AND f."number" = ${terms.number}`);
  }
  if (terms.path !== null) {
    ways.push(
      sql`SELECT f."id" FROM "Decision" f WHERE ${inWorkspace} AND strpos(lower(f."sourcePath"), ${terms.path}) > 0`,
    );
  }
  return sql`d."id" IN (${join(ways, ' UNION ')})`;
}

/** The same rule as `dueOn` of the domain: accepted, and a condition met, an end or a date that has come. */
function dueSince({ today }: Boundaries): Prisma.Sql {
  const reached = (day: Prisma.Sql) => sql`CASE WHEN ${day} <= ${today}::date THEN ${day} END`;
  return sql`CASE WHEN d."status" = 'accepted' THEN COALESCE(
    ${reached(sql`(d."conditionMetAt" AT TIME ZONE 'UTC')::date`)}, ${reached(sql`d."expiresOn"`)}, ${reached(sql`d."revisitOn"`)}) END`;
}

function dueCondition(at: Boundaries): Prisma.Sql {
  // The three tests on columns are what an index can answer; the rule itself decides.
  return sql`d."status" = 'accepted' AND (d."conditionMetAt" IS NOT NULL OR d."expiresOn" <= ${at.today}::date
    OR d."revisitOn" <= ${at.today}::date) AND (${dueSince(at)}) IS NOT NULL`;
}

/** Asked, oneself or through a team, about a proposal, and without a verdict on the text as it is. */
function awaitingCondition(scope: WorkspaceScope): Prisma.Sql {
  const me = sql`${scope.memberId}::uuid`;
  return sql`d."status" = 'proposed' AND EXISTS (
      SELECT 1 FROM "DecisionReviewRequest" q WHERE q."workspaceId" = d."workspaceId" AND q."decisionId" = d."id"
        AND q."withdrawnAt" IS NULL AND (q."memberId" = ${me} OR q."teamId" IN (
          SELECT m."teamId" FROM "TeamMember" m WHERE m."workspaceId" = ${scope.workspaceId}::uuid AND m."memberId" = ${me})))
    AND NOT EXISTS (SELECT 1 FROM "DecisionVerdict" v WHERE v."workspaceId" = d."workspaceId" AND v."decisionId" = d."id"
      AND v."memberId" = ${me} AND v."endedAt" IS NULL AND v."revision" = d."revision")`;
}

const age = (at: Boundaries) => sql`CASE WHEN d."statusChangedAt" > ${at.monthAgo} THEN 'month'
  WHEN d."statusChangedAt" > ${at.yearAgo} THEN 'year' ELSE 'older' END`;

function facetCondition(name: FacetName, { filters, at, scope }: View): Prisma.Sql | null {
  const inWorkspace = sql`${scope.workspaceId}::uuid`;
  if (!filters[name]) return null;
  const wanted: Record<FacetName, () => Prisma.Sql> = {
    register: () => sql`d."registerId" IN (SELECT r."id" FROM "Register" r WHERE r."workspaceId" = ${inWorkspace}
      AND r."slug" = ANY(${filters.register}))`,
    status: () => sql`d."status" = ANY(${filters.status}::"DecisionStatus"[])`,
    tag: () => sql`d."tags" && ${filters.tag}::text[]`,
    service: () => sql`EXISTS (SELECT 1 FROM "DecisionService" x
      JOIN "Service" s ON s."workspaceId" = x."workspaceId" AND s."id" = x."serviceId"
      WHERE x."workspaceId" = d."workspaceId" AND x."decisionId" = d."id" AND s."key" = ANY(${filters.service}))`,
    owner: () => {
      const named = sql`d."ownerId"::text = ANY(${filters.owner})`;
      return filters.owner?.includes('none') ? sql`(d."ownerId" IS NULL OR ${named})` : named;
    },
    age: () => sql`${age(at)} = ANY(${filters.age})`,
  };
  return wanted[name]();
}

/** Which decisions, of whom, and when. */
export type View = { scope: WorkspaceScope; filters: Narrowed; at: Boundaries };

/** The conditions that no facet is about, always beginning with the workspace. */
function baseCondition({ scope, filters, at }: View): Prisma.Sql {
  const all = [sql`d."workspaceId" = ${scope.workspaceId}::uuid`, sql`d."deletedAt" IS NULL`];
  if (filters.terms) all.push(searchCondition(scope, filters.terms));
  if (filters.due !== undefined) all.push(filters.due ? dueCondition(at) : sql`(${dueSince(at)}) IS NULL`);
  if (filters.awaitingMe !== undefined) {
    all.push(filters.awaitingMe ? awaitingCondition(scope) : sql`NOT (${awaitingCondition(scope)})`);
  }
  return join(all, ' AND ');
}

function condition(view: View): Prisma.Sql {
  const facets = facetNames.flatMap((name) => facetCondition(name, view) ?? []);
  return join([baseCondition(view), ...facets], ' AND ');
}

const ownerName = sql`(SELECT lower(u."name") FROM "Member" m JOIN "User" u ON u."id" = m."userId"
  WHERE m."workspaceId" = d."workspaceId" AND m."id" = d."ownerId")`;

const sortExpressions: Record<Exclude<DecisionSortField, 'relevance'>, Omit<KeysetTerm, 'descending'>> = {
  since: { expression: sql`d."statusChangedAt"`, cast: 'timestamptz' },
  number: { expression: sql`d."number"`, cast: 'integer' },
  title: { expression: sql`lower(d."title")`, cast: 'text' },
  // In the order of a decision's life, as the status type lists them.
  status: { expression: sql`array_position(enum_range(NULL::"DecisionStatus"), d."status")`, cast: 'integer' },
  owner: { expression: ownerName, cast: 'text' },
  revisit: { expression: sql`d."revisitOn"::timestamptz`, cast: 'timestamptz' },
  created: { expression: sql`d."createdAt"`, cast: 'timestamptz' },
  updated: { expression: sql`d."updatedAt"`, cast: 'timestamptz' },
};

// The best first, whichever way a sort by relevance is written.
const relevance: KeysetTerm = { expression: sql`m."rank"`, cast: 'integer', descending: true };

/** The newest come first among equals; `of` is the table that has the dates. */
function termsOf(sort: SortTerm<DecisionSortField>[], of: Prisma.Sql): KeysetTerm[] {
  const chosen = sort.map(({ field, descending }) =>
    field === 'relevance' ? relevance : { ...sortExpressions[field], descending },
  );
  return [
    ...chosen,
    { expression: sql`${of}."statusChangedAt"`, cast: 'timestamptz', descending: true },
    { expression: sql`${of}."id"`, cast: 'uuid', descending: true },
  ];
}

/** The matches with how well they fit, as whole numbers: an exact number, then words in the title, then the others. */
function rankedMatches(view: View, terms: SearchTerms): Prisma.Sql {
  const word = terms.typing?.word ?? terms.web.replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase();
  const exact = terms.number === null ? sql`FALSE` : sql`COALESCE(d."number" = ${terms.number}, FALSE)`;
  return sql`
    found AS MATERIALIZED (
      SELECT d."id", d."statusChangedAt", ${exact} AS "exact", strpos(lower(d."title"), ${word}) > 0 AS "titled"
      FROM "Decision" d WHERE ${condition(view)}
    ), likeliest AS MATERIALIZED (
      SELECT f."id", f."exact" FROM found f
      ORDER BY f."exact" DESC, f."titled" DESC, f."statusChangedAt" DESC, f."id" DESC LIMIT ${rankedAtMost}
    ), matches AS MATERIALIZED (
      SELECT f."id", f."statusChangedAt", CASE WHEN l."id" IS NULL THEN -1 ELSE (CASE WHEN l."exact" THEN 2000000 ELSE 0 END)
        + ${fitness(sql`w."search"`, terms)} END AS "rank"
      FROM found f LEFT JOIN likeliest l ON l."id" = f."id"
      LEFT JOIN "Decision" w ON w."workspaceId" = ${view.scope.workspaceId}::uuid AND w."id" = l."id"
    )`;
}

const columns = sql`
  d."id"::text, d."number", d."title", d."productSentence", d."status"::text, d."rawStatus", d."statusChangedAt", d."tags",
  to_char(d."decidedOn", 'YYYY-MM-DD') AS "date", to_char(d."revisitOn", 'YYYY-MM-DD') AS "revisitOn", d."revisitCondition",
  to_char(d."expiresOn", 'YYYY-MM-DD') AS "expiresOn", d."conditionMetAt", d."revision", d."createdAt", d."updatedAt", d."version",
  json_build_object('slug', r."slug", 'name', r."name", 'approvalsRequired', r."approvalsRequired") AS "register",
  (SELECT json_build_object('id', m."id", 'name', u."name", 'email', u."email") FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = d."workspaceId" AND m."id" = d."ownerId") AS "owner",
  (SELECT COALESCE(json_agg(json_build_object('key', s."key", 'name', s."name") ORDER BY s."key"), '[]'::json)
    FROM "DecisionService" x JOIN "Service" s ON s."workspaceId" = x."workspaceId" AND s."id" = x."serviceId"
    WHERE x."workspaceId" = d."workspaceId" AND x."decisionId" = d."id") AS "services",
  (SELECT count(*)::int FROM "Thread" t
    WHERE t."workspaceId" = d."workspaceId" AND t."decisionId" = d."id" AND t."resolvedAt" IS NULL) AS "openThreads",
  (SELECT count(*)::int FROM "DecisionVerdict" v WHERE v."workspaceId" = d."workspaceId" AND v."decisionId" = d."id"
    AND v."kind" = 'approve' AND v."endedAt" IS NULL AND v."revision" = d."revision") AS "approvals",
  (SELECT json_build_object('id', o."id", 'number', o."number", 'title', o."title")
    FROM "DecisionRelation" x JOIN "Decision" o ON o."workspaceId" = x."workspaceId" AND o."id" = x."fromId"
    WHERE x."workspaceId" = d."workspaceId" AND x."toId" = d."id" AND x."type" = 'supersedes' AND NOT x."partial"
      AND o."deletedAt" IS NULL AND o."status" NOT IN ('draft', 'proposed', 'rejected')
    ORDER BY x."createdAt" DESC, o."number" DESC NULLS LAST LIMIT 1) AS "supersededBy"`;

export type FoundRow = Omit<DecisionRow, 'due'> & {
  conditionMetAt: Date | null;
  passage: string | null;
  place: KeysetValue[];
  /** How many the view has, where ranking has counted them anyway. */
  total: number | null;
};

type PageWanted = { sort: SortTerm<DecisionSortField>[]; after: KeysetValue[] | null; take: number };

/** The statement behind `findPage`, for the test of its plan. */
export function pageStatement(view: View, { sort, after, take }: PageWanted): Prisma.Sql {
  const { terms } = view.filters;
  const ranked = terms && sort.some(({ field }) => field === 'relevance') ? rankedMatches(view, terms) : null;
  const plain = sort.filter(({ field }) => field !== 'relevance');
  const order = ranked ? termsOf(sort, sql`m`) : termsOf(plain, sql`d`);
  const rows = sql`JOIN "Decision" d ON d."workspaceId" = ${view.scope.workspaceId}::uuid AND d."id" = m."id"`;
  const source = ranked
    ? sql`m."id" FROM matches m ${plain.length > 0 ? rows : empty} WHERE TRUE`
    : sql`d."id" FROM "Decision" d WHERE ${condition(view)}`;
  const passage = terms ? markedPassage(sql`d."productSentence" || E'\n' || d."body"`, terms) : sql`NULL::text`;
  // What a row shows is read, and its passage marked, for the rows of the page alone.
  return sql`
    WITH ${ranked ? sql`${ranked},` : empty} page AS MATERIALIZED (
      SELECT o.*, row_number() OVER () AS "n" FROM (
        SELECT ${keysetValues(order)} AS "place", ${source} ${after ? sql`AND ${keysetAfter(order, after)}` : empty}
        ORDER BY ${keysetOrder(order)} LIMIT ${take}
      ) o
    )
    SELECT ${columns}, ${passage} AS "passage", p."place", ${ranked ? sql`(SELECT count(*)::int FROM found)` : sql`NULL::int`} AS "total"
    FROM page p JOIN "Decision" d ON d."workspaceId" = ${view.scope.workspaceId}::uuid AND d."id" = p."id"
    JOIN "Register" r ON r."workspaceId" = d."workspaceId" AND r."id" = d."registerId"
    ORDER BY p."n"`;
}

/** One page of a view; give one more than is shown to know whether another follows. */
export function findPage(client: Db, view: View, wanted: PageWanted): Promise<FoundRow[]> {
  return readByWords<FoundRow>(client, view, pageStatement(view, wanted));
}

export async function countDecisions(client: Db, view: View): Promise<number> {
  const statement = sql`SELECT count(*)::int AS "count" FROM "Decision" d WHERE ${condition(view)}`;
  const [row] = await readByWords<{ count: number }>(client, view, statement);
  return row?.count ?? 0;
}

/** Records that are due, the longest overdue first. */
export async function findDue(client: Db, view: View, limit: number): Promise<FoundRow[]> {
  return client.$queryRaw<FoundRow[]>`
    SELECT ${columns}, NULL::text AS "passage", '[]'::jsonb AS "place", NULL::int AS "total"
    FROM "Decision" d JOIN "Register" r ON r."workspaceId" = d."workspaceId" AND r."id" = d."registerId"
    WHERE ${condition({ ...view, filters: { ...view.filters, due: true } })}
    ORDER BY ${dueSince(view.at)}, d."id" LIMIT ${limit}`;
}

function readByWords<Row>(client: Db, { filters }: View, statement: Prisma.Sql): Promise<Row[]> {
  return filters.terms ? preferIndexes<Row>(client, statement) : client.$queryRaw<Row[]>(statement);
}

export type FacetCount = { facet: FacetName; value: string; label: string; count: number };

/** Every facet under the filters of the others, in one reading of the matches. */
export function countFacets(client: Db, view: View, limit: number): Promise<FacetCount[]> {
  const { scope } = view;
  const inWorkspace = sql`${scope.workspaceId}::uuid`;
  const fits = (name: FacetName) => facetCondition(name, view) ?? sql`TRUE`;
  const flags = join(
    facetNames.map((name) => sql`(${fits(name)}) AS ${Prisma.raw(`"${name}Fits"`)}`),
    ', ',
  );
  const others = (name: FacetName) =>
    Prisma.raw(
      facetNames
        .filter((one) => one !== name)
        .map((one) => `m."${one}Fits"`)
        .join(' AND '),
    );
  const counted: Record<FacetName, Prisma.Sql> = {
    register: sql`SELECT r."slug" AS "value", r."name" AS "label" FROM matches m
      JOIN "Register" r ON r."workspaceId" = ${inWorkspace} AND r."id" = m."registerId" WHERE ${others('register')}`,
    status: sql`SELECT m."status"::text, m."status"::text FROM matches m WHERE ${others('status')}`,
    tag: sql`SELECT tag, tag FROM matches m, unnest(m."tags") tag WHERE ${others('tag')}`,
    service: sql`SELECT s."key", s."name" FROM matches m
      JOIN "DecisionService" x ON x."workspaceId" = ${inWorkspace} AND x."decisionId" = m."id"
      JOIN "Service" s ON s."workspaceId" = ${inWorkspace} AND s."id" = x."serviceId" WHERE ${others('service')}`,
    owner: sql`SELECT COALESCE(m."ownerId"::text, 'none'), COALESCE(u."name", 'Nobody') FROM matches m
      LEFT JOIN "Member" o ON o."workspaceId" = ${inWorkspace} AND o."id" = m."ownerId"
      LEFT JOIN "User" u ON u."id" = o."userId" WHERE ${others('owner')}`,
    age: sql`SELECT m."age", m."age" FROM matches m WHERE ${others('age')}`,
  };
  const parts = facetNames.map(
    (name) => sql`(SELECT ${name} AS "facet", c."value", c."label", count(*)::int AS "count"
      FROM (${counted[name]}) c ("value", "label") GROUP BY 2, 3 ORDER BY 4 DESC, 3 LIMIT ${limit})`,
  );
  const statement = sql`
    WITH matches AS MATERIALIZED (
      SELECT d."id", d."registerId", d."status", d."tags", d."ownerId", ${age(view.at)} AS "age", ${flags}
      FROM "Decision" d WHERE ${baseCondition(view)}
    ) ${join(parts, ' UNION ALL ')}`;
  return readByWords<FacetCount>(client, view, statement);
}

export async function summarise(client: Db, view: View) {
  const [row] = await client.$queryRaw<
    {
      total: number;
      open: number;
      inForce: number;
      withRevisit: number;
      due: number;
      unknown: number;
      registers: number;
    }[]
  >`
    SELECT count(*)::int AS "total", count(*) FILTER (WHERE d."status" IN ('draft', 'proposed'))::int AS "open",
      count(*) FILTER (WHERE d."status" = 'accepted')::int AS "inForce",
      count(*) FILTER (WHERE d."status" = 'accepted' AND (d."revisitOn" IS NOT NULL OR d."expiresOn" IS NOT NULL
        OR d."revisitCondition" <> ''))::int AS "withRevisit",
      count(*) FILTER (WHERE (${dueSince(view.at)}) IS NOT NULL)::int AS "due",
      count(*) FILTER (WHERE d."status" = 'unknown')::int AS "unknown",
      (SELECT count(*)::int FROM "Register" r
        WHERE r."workspaceId" = ${view.scope.workspaceId}::uuid AND r."deletedAt" IS NULL) AS "registers"
    FROM "Decision" d WHERE ${baseCondition(view)}`;
  if (!row) throw new Error('an aggregate over no rows still has a row');
  return row;
}

import type { WorkspaceScope } from '@/server/access/scope';
import { database } from '@/server/platform/db';

type LineKind = 'new' | 'reopened' | 'resolved' | 'withdrawn' | 'deleted' | 'closing';
export type LedgerSum = { kind: LineKind; count: number; effortHalfDays: number; numbers: number[] };

/**
 * What moved the open backlog since an instant, and what it is now. A debt that was closed or deleted in that time counts
 * only if it was open before, so opening + new + reopened − resolved − withdrawn − deleted = closing, always.
 */
export async function sumWeek(scope: WorkspaceScope, since: Date): Promise<LedgerSum[]> {
  return database().$queryRaw<LedgerSum[]>`
    WITH reopened AS (
      SELECT DISTINCT ON (a."subjectId") a."subjectId" AS id, a."data"->>'stateBefore' AS before
      FROM "AuditEvent" a
      WHERE a."workspaceId" = ${scope.workspaceId}::uuid AND a."subjectType" = 'debt' AND a."at" >= ${since} AND a."data" ? 'stateBefore'
      ORDER BY a."subjectId", a."at"
    ), moved AS (
      SELECT d."number", d."effortHalfDays",
        d."deletedAt" IS NULL AND d."state" NOT IN ('resolved', 'withdrawn') AS is_open,
        d."createdAt" < ${since} AND (d."deletedAt" IS NULL OR d."deletedAt" >= ${since}) AND CASE
          WHEN r.before IS NOT NULL THEN r.before NOT IN ('resolved', 'withdrawn')
          ELSE d."state" NOT IN ('resolved', 'withdrawn') OR d."stateChangedAt" >= ${since} END AS was_open,
        d."createdAt" >= ${since} AS is_new, d."deletedAt" IS NOT NULL AS is_deleted, d."state"
      FROM "Debt" d LEFT JOIN reopened r ON r.id = d."id"::text
      WHERE d."workspaceId" = ${scope.workspaceId}::uuid
    ), lines AS (
      SELECT "number", "effortHalfDays", CASE
        WHEN is_open AND NOT was_open THEN CASE WHEN is_new THEN 'new' ELSE 'reopened' END
        WHEN was_open AND NOT is_open THEN CASE WHEN is_deleted THEN 'deleted' ELSE "state"::text END END AS kind
      FROM moved
      UNION ALL SELECT "number", "effortHalfDays", 'closing' FROM moved WHERE is_open
    )
    SELECT kind, count(*)::int AS "count", COALESCE(sum("effortHalfDays"), 0)::float8 AS "effortHalfDays",
      (array_agg("number" ORDER BY "number" DESC))[1:5] AS "numbers"
    FROM lines WHERE kind IS NOT NULL GROUP BY kind`;
}

export type FactorValues = { impact: number; likelihood: number; velocityTax: number; remediationCost: number };
type RescoredRow = { number: number; before: FactorValues; after: FactorValues };

/** Debts scored again since an instant, with the answers they had before. */
export async function findRescored(scope: WorkspaceScope, since: Date, limit: number) {
  return database().$queryRaw<RescoredRow[]>`
    SELECT d."number", p."before", jsonb_build_object('impact', d."impact", 'likelihood', d."likelihood",
      'velocityTax', d."velocityTax", 'remediationCost', d."remediationCost") AS "after"
    FROM "Debt" d JOIN LATERAL (
      SELECT jsonb_build_object('impact', s."impact", 'likelihood', s."likelihood",
        'velocityTax', s."velocityTax", 'remediationCost', s."remediationCost") AS "before" FROM "Score" s
      WHERE s."workspaceId" = d."workspaceId" AND s."debtId" = d."id" AND s."scoredAt" < ${since}
      ORDER BY s."scoredAt" DESC LIMIT 1
    ) p ON p."before" <> jsonb_build_object('impact', d."impact", 'likelihood', d."likelihood",
      'velocityTax', d."velocityTax", 'remediationCost', d."remediationCost")
    WHERE d."workspaceId" = ${scope.workspaceId}::uuid AND d."deletedAt" IS NULL AND d."scoredAt" >= ${since}
      AND d."scoreThirds" IS NOT NULL
    ORDER BY d."scoredAt" DESC, d."number" LIMIT ${limit}`;
}

export async function findAccepted(scope: WorkspaceScope, since: Date, limit: number) {
  return database().debt.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      state: 'accepted',
      stateChangedAt: { gte: since },
      acceptedUntil: { not: null },
    },
    select: { number: true, acceptedUntil: true },
    orderBy: [{ stateChangedAt: 'desc' }, { number: 'asc' }],
    take: limit,
  });
}

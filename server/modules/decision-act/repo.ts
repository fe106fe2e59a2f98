import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

type NewAct = Omit<Prisma.DecisionActUncheckedCreateInput, 'workspaceId'>;

export async function insertAct(tx: Tx, scope: WorkspaceScope, data: NewAct): Promise<void> {
  await tx.decisionAct.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

/** What stands of the text of one revision: approvals, and demands for changes. */
export async function countVerdicts(
  tx: Tx,
  scope: WorkspaceScope,
  decision: { id: string; revision: number },
): Promise<{ approvals: number; changesRequested: number }> {
  const rows = await tx.$queryRaw<{ approvals: number; changesRequested: number }[]>`
    SELECT count(*) FILTER (WHERE "kind" = 'approve' AND "revision" = ${decision.revision})::int AS "approvals",
      count(*) FILTER (WHERE "kind" = 'requestChanges')::int AS "changesRequested"
    FROM "DecisionVerdict"
    WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "decisionId" = ${decision.id}::uuid AND "endedAt" IS NULL`;
  return rows[0] ?? { approvals: 0, changesRequested: 0 };
}

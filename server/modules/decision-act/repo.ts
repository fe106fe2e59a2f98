import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

type NewAct = Omit<Prisma.DecisionActUncheckedCreateInput, 'workspaceId'>;

export async function insertAct(tx: Tx, scope: WorkspaceScope, data: NewAct): Promise<void> {
  await tx.decisionAct.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

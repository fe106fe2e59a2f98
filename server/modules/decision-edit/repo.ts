import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';
import { isId } from '@/server/platform/ids';

type Client = Db | Tx;

type Written = Omit<
  Prisma.DecisionUncheckedCreateInput,
  | 'workspaceId'
  | 'version'
  | 'source'
  | 'revisions'
  | 'drafts'
  | 'acts'
  | 'services'
  | 'debts'
  | 'relations'
  | 'backRelations'
  | 'reviewRequests'
  | 'verdicts'
  | 'threads'
>;

/** A live record of a register with a number. */
export async function findNumbered(client: Client, scope: WorkspaceScope, registerId: string, number: number) {
  return client.decision.findFirst({
    where: { workspaceId: scope.workspaceId, registerId, number, deletedAt: null },
    select: { id: true, title: true },
  });
}

/** A live member by id or e-mail address. */
export async function findMemberId(client: Client, scope: WorkspaceScope, ref: string): Promise<string | null> {
  const member = await client.member.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      removedAt: null,
      ...(isId(ref) ? { id: ref } : { user: { email: ref.toLowerCase() } }),
    },
    select: { id: true },
  });
  return member?.id ?? null;
}

export async function findServiceIds(client: Client, scope: WorkspaceScope, keys: string[]) {
  return client.service.findMany({
    where: { workspaceId: scope.workspaceId, key: { in: keys }, deletedAt: null },
    select: { id: true, key: true },
  });
}

export async function insertDecision(tx: Tx, scope: WorkspaceScope, data: Written): Promise<void> {
  await tx.decision.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

/** Whether it made a difference. */
export async function replaceServices(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  serviceIds: string[],
): Promise<boolean> {
  const { workspaceId } = scope;
  const stored = await tx.decisionService.findMany({ where: { workspaceId, decisionId }, select: { serviceId: true } });
  const kept = new Set(stored.map(({ serviceId }) => serviceId));
  if (kept.size === serviceIds.length && serviceIds.every((id) => kept.has(id))) return false;
  await tx.decisionService.deleteMany({ where: { workspaceId, decisionId } });
  await tx.decisionService.createMany({
    data: serviceIds.map((serviceId) => ({ workspaceId, decisionId, serviceId })),
  });
  return true;
}

import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

type Filter = { subjectType?: string | undefined; actor?: string | undefined };

function matching(scope: WorkspaceScope, filter: Filter) {
  return {
    workspaceId: scope.workspaceId,
    ...(filter.subjectType ? { subjectType: filter.subjectType } : {}),
    ...(filter.actor ? { actorMemberId: filter.actor } : {}),
  };
}

export async function findEvents(
  client: Tx,
  scope: WorkspaceScope,
  query: Filter & { before: { at: Date; id: string } | null; limit: number },
) {
  const { before } = query;
  const older = before ? { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] } : {};
  return client.auditEvent.findMany({
    where: { ...matching(scope, query), ...older },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
    select: {
      id: true,
      at: true,
      action: true,
      subjectType: true,
      subjectId: true,
      tokenId: true,
      data: true,
      requestId: true,
      actor: { select: { id: true, user: { select: { name: true } } } },
    },
  });
}

export async function countEvents(client: Tx, scope: WorkspaceScope, filter: Filter): Promise<number> {
  return client.auditEvent.count({ where: matching(scope, filter) });
}

export async function findTokenNames(client: Tx, scope: WorkspaceScope, ids: string[]) {
  return client.apiToken.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
}

export async function findMemberNames(client: Tx, scope: WorkspaceScope, ids: string[]) {
  return client.member.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: { id: true, user: { select: { name: true } } },
  });
}

export async function findDebtNumbers(client: Tx, scope: WorkspaceScope, ids: string[]) {
  return client.debt.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: { id: true, number: true },
  });
}

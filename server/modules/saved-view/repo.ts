import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;
type OwnScope = WorkspaceScope & { readonly memberId: string };

const select = { id: true, name: true, query: true } as const;

export async function findViews(client: Client, scope: OwnScope) {
  const { workspaceId, memberId } = scope;
  return client.savedView.findMany({
    where: { workspaceId, memberId },
    select,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

export async function countViews(client: Client, scope: OwnScope): Promise<number> {
  const { workspaceId, memberId } = scope;
  return client.savedView.count({ where: { workspaceId, memberId } });
}

export async function findView(client: Client, scope: OwnScope, id: string) {
  const { workspaceId, memberId } = scope;
  return client.savedView.findFirst({ where: { workspaceId, memberId, id }, select });
}

export async function insertView(
  tx: Tx,
  scope: OwnScope,
  view: { id: string; name: string; query: string; createdAt: Date },
): Promise<void> {
  const { workspaceId, memberId } = scope;
  await tx.savedView.create({ data: { ...view, workspaceId, memberId } });
}

export async function updateView(
  tx: Tx,
  scope: OwnScope,
  id: string,
  change: { name?: string | undefined; query?: string | undefined },
): Promise<void> {
  await tx.savedView.update({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, data: change });
}

export async function deleteView(tx: Tx, scope: OwnScope, id: string): Promise<void> {
  await tx.savedView.delete({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } } });
}

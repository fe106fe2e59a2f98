import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

export async function insertWorkspace(
  tx: Tx,
  scope: WorkspaceScope,
  data: { name: string; createdAt: Date; memberId: string; userId: string },
) {
  const { name, createdAt, memberId, userId } = data;
  await tx.workspace.create({ data: { id: scope.workspaceId, slug: scope.slug, name, createdAt } });
  await tx.member.create({
    data: { workspaceId: scope.workspaceId, id: memberId, userId, role: 'owner', joinedAt: createdAt },
  });
}

/** The workspaces a person belongs to, with how many people each has. */
export async function findWorkspacesOf(client: Tx, userId: string) {
  const rows = await client.member.findMany({
    where: { userId, removedAt: null },
    orderBy: { workspace: { name: 'asc' } },
    select: {
      role: true,
      workspace: {
        select: { slug: true, name: true, _count: { select: { members: { where: { removedAt: null } } } } },
      },
    },
  });
  return rows.map(({ role, workspace }) => ({
    slug: workspace.slug,
    name: workspace.name,
    role,
    members: workspace._count.members,
  }));
}

export async function findWorkspace(client: Tx, scope: WorkspaceScope) {
  return client.workspace.findUnique({
    where: { id: scope.workspaceId },
    select: {
      slug: true,
      name: true,
      debtPrefix: true,
      floorImpact: true,
      floorLikelihood: true,
      createdAt: true,
      version: true,
      _count: {
        select: {
          members: { where: { removedAt: null } },
          teams: { where: { deletedAt: null } },
          debts: { where: { deletedAt: null } },
        },
      },
    },
  });
}

export type WorkspaceColumns = { name?: string; debtPrefix?: string; floorImpact?: number; floorLikelihood?: number };

/** Whether the change was made on the version that is stored. */
export async function updateWorkspace(tx: Tx, scope: WorkspaceScope, version: number, data: WorkspaceColumns) {
  const { count } = await tx.workspace.updateMany({
    where: { id: scope.workspaceId, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteWorkspace(tx: Tx, scope: WorkspaceScope) {
  await tx.workspace.delete({ where: { id: scope.workspaceId } });
}

/** Holds the workspace's row until the transaction ends, so that changes of its owner come one after another. */
export async function lockWorkspace(tx: Tx, scope: WorkspaceScope) {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${scope.workspaceId}::uuid FOR UPDATE`;
}

import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

const closed: ('resolved' | 'withdrawn')[] = ['resolved', 'withdrawn'];

const select = {
  id: true,
  key: true,
  name: true,
  version: true,
  members: {
    where: { member: { removedAt: null } },
    orderBy: { member: { user: { name: 'asc' as const } } },
    select: { member: { select: { id: true, user: { select: { name: true, email: true } } } } },
  },
  _count: {
    select: {
      services: { where: { deletedAt: null } },
      debts: { where: { deletedAt: null, state: { notIn: closed } } },
    },
  },
};

export async function findTeams(client: Tx, scope: WorkspaceScope) {
  return client.team.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select,
  });
}

export type StoredTeam = Awaited<ReturnType<typeof findTeams>>[number];

export async function findTeam(client: Tx, scope: WorkspaceScope, key: string) {
  return client.team.findFirst({ where: { workspaceId: scope.workspaceId, key, deletedAt: null }, select });
}

export async function findDeletedTeam(client: Tx, scope: WorkspaceScope, key: string) {
  return client.team.findFirst({
    where: { workspaceId: scope.workspaceId, key, deletedAt: { not: null } },
    select: { id: true, deletedAt: true },
  });
}

export async function findTeamById(client: Tx, scope: WorkspaceScope, id: string) {
  return client.team.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { id: true, key: true, name: true, deletedAt: true },
  });
}

export async function findTeamIds(client: Tx, scope: WorkspaceScope, keys: string[]) {
  return client.team.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, key: { in: keys } },
    select: { id: true, key: true },
  });
}

export async function insertTeam(
  tx: Tx,
  scope: WorkspaceScope,
  data: { id: string; key: string; name: string; createdAt: Date },
) {
  await tx.team.create({ data: { workspaceId: scope.workspaceId, ...data } });
}

/** Whether the change was made on the version that is stored. */
export async function updateTeam(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  version: number,
  data: { key?: string | undefined; name?: string | undefined },
) {
  const { count } = await tx.team.updateMany({
    where: { workspaceId: scope.workspaceId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function setDeleted(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: { deletedAt: Date | null; key: string },
) {
  await tx.team.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function countMembers(client: Tx, scope: WorkspaceScope, ids: string[]): Promise<number> {
  return client.member.count({ where: { workspaceId: scope.workspaceId, removedAt: null, id: { in: ids } } });
}

export async function replaceMembers(tx: Tx, scope: WorkspaceScope, teamId: string, memberIds: string[]) {
  const { workspaceId } = scope;
  await tx.teamMember.deleteMany({ where: { workspaceId, teamId } });
  await tx.teamMember.createMany({
    data: memberIds.map((memberId) => ({ workspaceId, teamId, memberId })),
    skipDuplicates: true,
  });
}

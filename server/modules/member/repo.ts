import type { Role } from '@/server/access/permissions';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

const directoryFields = {
  id: true,
  userId: true,
  role: true,
  removedAt: true,
  user: { select: { name: true, email: true } },
  teams: {
    where: { team: { deletedAt: null } },
    select: { team: { select: { key: true, name: true } } },
    orderBy: { team: { name: 'asc' } },
  },
} as const;

function managementFields(at: Date) {
  return {
    ...directoryFields,
    joinedAt: true,
    version: true,
    user: {
      select: {
        name: true,
        email: true,
        lastSeenAt: true,
        passwordHash: true,
        accounts: { select: { provider: true } },
        _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: at } } } } },
      },
    },
  } as const;
}

/** Everybody who belongs to the workspace now, by name. */
export async function findDirectory(client: Tx, scope: WorkspaceScope) {
  return client.member.findMany({
    where: { workspaceId: scope.workspaceId, removedAt: null },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: directoryFields,
  });
}

export async function findManaged(client: Tx, scope: WorkspaceScope, at: Date) {
  return client.member.findMany({
    where: { workspaceId: scope.workspaceId, removedAt: null },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: managementFields(at),
  });
}

export type ManagedMember = Awaited<ReturnType<typeof findManaged>>[number];

export async function findManagedMember(client: Tx, scope: WorkspaceScope, id: string, at: Date) {
  return client.member.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: managementFields(at),
  });
}

export async function findMember(client: Tx, scope: WorkspaceScope, id: string) {
  return client.member.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { id: true, userId: true, role: true, removedAt: true, version: true, user: { select: { name: true } } },
  });
}

export async function findOwners(client: Tx, scope: WorkspaceScope) {
  return client.member.findMany({
    where: { workspaceId: scope.workspaceId, role: 'owner', removedAt: null },
    select: { id: true },
  });
}

/** Holds the workspace's row until the transaction ends, so that two changes of roles cannot pass each other. */
export async function lockRoles(tx: Tx, scope: WorkspaceScope) {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${scope.workspaceId}::uuid FOR UPDATE`;
}

export async function updateRole(tx: Tx, scope: WorkspaceScope, id: string, role: Role) {
  await tx.member.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { role, version: { increment: 1 } },
  });
}

export async function setRemoved(tx: Tx, scope: WorkspaceScope, id: string, removedAt: Date | null) {
  await tx.member.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { removedAt, version: { increment: 1 } },
  });
}

/** Gives a person their place, or the one they had before they were removed. */
export async function admitMember(
  tx: Tx,
  scope: WorkspaceScope,
  data: { id: string; userId: string; role: Role; joinedAt: Date },
) {
  const { id, userId, role, joinedAt } = data;
  await tx.member.upsert({
    where: { workspaceId_userId: { workspaceId: scope.workspaceId, userId } },
    create: { workspaceId: scope.workspaceId, id, userId, role, joinedAt },
    update: { role, joinedAt, removedAt: null, version: { increment: 1 } },
  });
}

export async function joinTeam(tx: Tx, scope: WorkspaceScope, memberId: string, teamId: string) {
  const { workspaceId } = scope;
  await tx.teamMember.createMany({ data: [{ workspaceId, teamId, memberId }], skipDuplicates: true });
}

export async function replaceTeams(tx: Tx, scope: WorkspaceScope, memberId: string, teamIds: string[]) {
  const { workspaceId } = scope;
  await tx.teamMember.deleteMany({ where: { workspaceId, memberId } });
  await tx.teamMember.createMany({
    data: teamIds.map((teamId) => ({ workspaceId, teamId, memberId })),
    // Somebody else may have put them into one of these at the same time.
    skipDuplicates: true,
  });
}

/** A person's places in other workspaces: their role there, and the role that `viewerUserId` has there. */
export async function findPlacesElsewhere(client: Tx, scope: WorkspaceScope, userId: string, viewerUserId: string) {
  const places = await client.member.findMany({
    where: { userId, removedAt: null, workspaceId: { not: scope.workspaceId } },
    select: {
      role: true,
      workspace: { select: { members: { where: { userId: viewerUserId, removedAt: null }, select: { role: true } } } },
    },
  });
  return places.map((place) => ({ role: place.role, viewerRole: place.workspace.members[0]?.role ?? null }));
}

import type { Role } from '@/server/access/permissions';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

const select = {
  id: true,
  email: true,
  role: true,
  nonce: true,
  createdAt: true,
  expiresAt: true,
  team: { select: { key: true, name: true } },
  invitedBy: { select: { user: { select: { name: true } } } },
  workspace: { select: { name: true } },
} as const;

export async function findPending(client: Tx, scope: WorkspaceScope) {
  return client.invitation.findMany({
    where: { workspaceId: scope.workspaceId, acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select,
  });
}

export type StoredInvitation = Awaited<ReturnType<typeof findPending>>[number];

export async function findPendingById(client: Tx, scope: WorkspaceScope, id: string) {
  return client.invitation.findFirst({
    where: { workspaceId: scope.workspaceId, id, acceptedAt: null, revokedAt: null },
    select,
  });
}

export async function isMember(client: Tx, scope: WorkspaceScope, email: string): Promise<boolean> {
  const found = await client.member.findFirst({
    where: { workspaceId: scope.workspaceId, removedAt: null, user: { email } },
    select: { id: true },
  });
  return found !== null;
}

/** Lets one invitation of an address be made at a time: each ends those before it, and has to see them. */
export async function lockAddress(tx: Tx, scope: WorkspaceScope, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation ${scope.workspaceId} ${email}`}, 0))`;
}

/** Ends earlier invitations of the address, so that one address has one link. */
export async function revokePendingFor(tx: Tx, scope: WorkspaceScope, email: string, at: Date) {
  await tx.invitation.updateMany({
    where: { workspaceId: scope.workspaceId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
}

export async function insertInvitation(
  tx: Tx,
  scope: WorkspaceScope,
  data: {
    id: string;
    email: string;
    role: Role;
    teamId: string | null;
    nonce: string;
    createdAt: Date;
    expiresAt: Date;
  },
) {
  await tx.invitation.create({ data: { workspaceId: scope.workspaceId, invitedById: scope.memberId, ...data } });
}

export async function updateInvitation(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: { role?: Role; nonce?: string; expiresAt?: Date; revokedAt?: Date },
) {
  await tx.invitation.update({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, data });
}

/** Whether this caller was the one who used the invitation up. */
export async function useInvitation(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  nonce: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { workspaceId: scope.workspaceId, id, nonce, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { acceptedAt: at },
  });
  return count === 1;
}

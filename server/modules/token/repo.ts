import type { Role } from '@/server/access/permissions';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

const select = {
  id: true,
  name: true,
  prefix: true,
  role: true,
  permissions: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  lastUsedFrom: true,
  createdBy: { select: { id: true, user: { select: { name: true } } } },
} as const;

/** Tokens that were not revoked, whose maker still belongs to the workspace. */
export async function findTokens(client: Tx, scope: WorkspaceScope) {
  return client.apiToken.findMany({
    where: { workspaceId: scope.workspaceId, revokedAt: null, createdBy: { removedAt: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select,
  });
}

export type StoredToken = Awaited<ReturnType<typeof findTokens>>[number];

export async function findToken(client: Tx, scope: WorkspaceScope, id: string) {
  return client.apiToken.findFirst({ where: { workspaceId: scope.workspaceId, id, revokedAt: null }, select });
}

export async function insertToken(
  tx: Tx,
  scope: WorkspaceScope,
  data: {
    id: string;
    name: string;
    prefix: string;
    secretHash: string;
    role: Role;
    permissions: string[];
    createdAt: Date;
    expiresAt: Date | null;
  },
) {
  return tx.apiToken.create({
    data: { workspaceId: scope.workspaceId, createdById: scope.memberId, ...data },
    select,
  });
}

export async function setRevoked(tx: Tx, scope: WorkspaceScope, id: string, revokedAt: Date) {
  await tx.apiToken.update({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } }, data: { revokedAt } });
}

import { database } from '@/server/platform/db';

/** The caller's membership of a workspace, by its slug: the one query with which every request begins. */
export async function findMembership(slug: string, userId: string) {
  return database().member.findFirst({
    where: { userId, removedAt: null, workspace: { slug } },
    select: { id: true, role: true, workspaceId: true, workspace: { select: { slug: true, debtPrefix: true } } },
  });
}

/** A live token of a workspace, by the workspace's slug and the hash of the secret. */
export async function findToken(slug: string, secretHash: string) {
  return database().apiToken.findFirst({
    where: { secretHash, revokedAt: null, workspace: { slug } },
    select: {
      id: true,
      role: true,
      permissions: true,
      expiresAt: true,
      lastUsedAt: true,
      createdById: true,
      workspaceId: true,
      createdBy: { select: { role: true, removedAt: true, userId: true } },
      workspace: { select: { slug: true, debtPrefix: true } },
    },
  });
}

export async function markTokenUsed(workspaceId: string, id: string, at: Date, from: string) {
  await database().apiToken.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { lastUsedAt: at, lastUsedFrom: from },
  });
}

export async function findWorkspaceForJob(workspaceId: string, memberId: string | null) {
  const workspace = await database().workspace.findUnique({
    where: { id: workspaceId },
    select: { id: true, slug: true, debtPrefix: true },
  });
  const member = memberId
    ? await database().member.findUnique({ where: { workspaceId_id: { workspaceId, id: memberId } } })
    : null;
  return workspace ? { workspace, member } : null;
}

/** Whether a live token of any other workspace has this hash: says 404 instead of 401, and nothing more. */
export async function tokenLivesElsewhere(secretHash: string, at: Date): Promise<boolean> {
  const found = await database().apiToken.findFirst({
    where: { secretHash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
    select: { id: true },
  });
  return found !== null;
}

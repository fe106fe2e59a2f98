import { database } from '@/server/platform/db';
import type { Role } from './permissions';

/** The caller's membership of a workspace, by its slug: the one query with which every request begins. */
export async function findMembership(slug: string, userId: string) {
  return database().member.findFirst({
    where: { userId, removedAt: null, workspace: { slug } },
    select: {
      id: true,
      role: true,
      workspaceId: true,
      workspace: { select: { slug: true, debtPrefix: true, debtRevision: true } },
    },
  });
}

type FoundToken = {
  id: string;
  role: Role;
  permissions: string[];
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  workspaceId: string;
  createdById: string | null;
  creatorRole: Role | null;
  creatorUserId: string | null;
  creatorRemovedAt: Date | null;
  slug: string;
  debtPrefix: string;
  debtRevision: number;
};

/**
 * A live token of a workspace, by the workspace's slug and the hash of the secret: one statement, because every API
 * request begins with it.
 */
export async function findToken(slug: string, secretHash: string) {
  const [found] = await database().$queryRaw<FoundToken[]>`
    SELECT t."id", t."role"::text AS "role", t."permissions", t."expiresAt", t."lastUsedAt", t."workspaceId", t."createdById",
      m."role"::text AS "creatorRole", m."userId" AS "creatorUserId", m."removedAt" AS "creatorRemovedAt",
      w."slug", w."debtPrefix", w."debtRevision"
    FROM "Workspace" w
    JOIN "ApiToken" t ON t."workspaceId" = w."id"
    LEFT JOIN "Member" m ON m."workspaceId" = t."workspaceId" AND m."id" = t."createdById"
    WHERE w."slug" = ${slug} AND t."secretHash" = ${secretHash} AND t."revokedAt" IS NULL`;
  if (!found) return null;
  const {
    creatorRole,
    creatorUserId,
    creatorRemovedAt,
    slug: workspaceSlug,
    debtPrefix,
    debtRevision,
    ...token
  } = found;
  return {
    ...token,
    createdBy:
      creatorRole && creatorUserId ? { role: creatorRole, userId: creatorUserId, removedAt: creatorRemovedAt } : null,
    workspace: { slug: workspaceSlug, debtPrefix, debtRevision },
  };
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
    select: { id: true, slug: true, debtPrefix: true, debtRevision: true },
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

/** A session that is neither revoked nor idle for too long. */
export async function findLiveSession(id: string, userId: string, at: Date) {
  return database().session.findFirst({
    where: { id, userId, revokedAt: null, expiresAt: { gt: at } },
    select: { id: true, userId: true, lastSeenAt: true },
  });
}

export async function touchSession(id: string, userId: string, at: Date, expiresAt: Date) {
  await database().session.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt: at, expiresAt } });
  await database().user.update({ where: { id: userId }, data: { lastSeenAt: at } });
}

export async function createSession(data: {
  id: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string;
  address: string;
  method: string;
}) {
  await database().session.create({ data });
  await database().user.update({ where: { id: data.userId }, data: { lastSeenAt: data.createdAt } });
}

export async function endSession(id: string, userId: string, at: Date) {
  await database().session.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: at } });
}

export async function findUserByEmail(email: string) {
  return database().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
}

/** Uses up a magic link: the first caller gets the address it was sent to, any other null. */
export async function takeVerificationToken(tokenHash: string, at: Date): Promise<string | null> {
  const found = await database().verificationToken.findUnique({ where: { token: tokenHash } });
  if (!found) return null;
  const { count } = await database().verificationToken.deleteMany({ where: { token: tokenHash } });
  return count === 1 && found.expires > at ? found.identifier : null;
}

export async function findAccountUser(provider: string, providerAccountId: string) {
  const account = await database().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  return account?.userId ?? null;
}

export async function linkAccount(provider: string, providerAccountId: string, userId: string, at: Date) {
  await database().account.upsert({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    create: { provider, providerAccountId, userId, createdAt: at },
    update: {},
  });
}

const invitationFields = {
  id: true,
  workspaceId: true,
  email: true,
  role: true,
  teamId: true,
  nonce: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  workspace: { select: { slug: true, name: true, debtPrefix: true, debtRevision: true } },
  invitedBy: { select: { user: { select: { name: true } } } },
} as const;

export async function findInvitation(slug: string, id: string) {
  return database().invitation.findFirst({ where: { id, workspace: { slug } }, select: invitationFields });
}

/** Every open invitation for an address its owner has proven to hold, whichever workspace made it. */
export async function findOpenInvitations(verifiedEmail: string, at: Date) {
  return database().invitation.findMany({
    where: { email: verifiedEmail, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    select: invitationFields,
  });
}

/** The place a person has, or had, in a workspace. */
export async function findMemberId(workspaceId: string, userId: string): Promise<string | null> {
  const member = await database().member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { id: true },
  });
  return member?.id ?? null;
}

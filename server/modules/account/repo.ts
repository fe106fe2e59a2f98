import type { Tx } from '@/server/platform/db';

export async function findUser(client: Tx, id: string) {
  return client.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, passwordHash: true, accounts: { select: { provider: true } } },
  });
}

export async function findUserIdByEmail(client: Tx, email: string): Promise<string | null> {
  const user = await client.user.findUnique({ where: { email }, select: { id: true } });
  return user?.id ?? null;
}

export async function countUsers(client: Tx): Promise<number> {
  return client.user.count();
}

export async function insertUser(
  tx: Tx,
  data: { id: string; email: string; name: string; passwordHash: string | null; createdAt: Date },
) {
  await tx.user.create({ data });
}

export async function updateName(client: Tx, id: string, name: string) {
  await client.user.update({ where: { id }, data: { name } });
}

export async function updatePassword(client: Tx, id: string, passwordHash: string) {
  await client.user.update({ where: { id }, data: { passwordHash } });
}

/** Ends the sessions of a person, all or all but one, and says how many. */
export async function endSessions(client: Tx, userId: string, exceptId: string | null, at: Date): Promise<number> {
  const { count } = await client.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at }, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { revokedAt: at },
  });
  return count;
}

/** Makes a reset link the only one that works for the person. */
export async function replaceReset(
  client: Tx,
  data: {
    id: string;
    userId: string;
    secretHash: string;
    createdById: string | null;
    createdAt: Date;
    expiresAt: Date;
  },
) {
  await client.passwordReset.deleteMany({ where: { userId: data.userId, usedAt: null } });
  await client.passwordReset.create({ data });
}

export async function findLiveReset(client: Tx, secretHash: string, at: Date) {
  return client.passwordReset.findFirst({
    where: { secretHash, usedAt: null, expiresAt: { gt: at } },
    select: { id: true, userId: true, user: { select: { email: true } } },
  });
}

/** Whether this caller was the one who used the link up. */
export async function useReset(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.passwordReset.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count === 1;
}

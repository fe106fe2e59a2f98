import type { Tx } from '@/server/platform/db';

export async function findLiveSessions(client: Tx, userId: string, at: Date) {
  return client.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      userAgent: true,
      address: true,
      method: true,
    },
  });
}

/** Whether there was a live session of this person to end. */
export async function endSession(client: Tx, userId: string, id: string, at: Date): Promise<boolean> {
  const { count } = await client.session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

export async function replaceVerificationToken(client: Tx, identifier: string, token: string, expires: Date) {
  await client.verificationToken.deleteMany({ where: { identifier } });
  await client.verificationToken.create({ data: { identifier, token, expires } });
}

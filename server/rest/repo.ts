import { database } from '@/server/platform/db';

type Owner = { workspaceId: string; tokenId: string };

/** True when the key is now this request's: it was free, or its first use is older than `forgottenBefore`. */
export async function claimKey(
  owner: Owner,
  key: string,
  requestHash: string,
  at: Date,
  forgottenBefore: Date,
): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    INSERT INTO "IdempotencyKey" ("workspaceId", "tokenId", "key", "requestHash", "createdAt")
    VALUES (${owner.workspaceId}::uuid, ${owner.tokenId}::uuid, ${key}, ${requestHash}, ${at})
    ON CONFLICT ("workspaceId", "tokenId", "key") DO UPDATE SET
      "requestHash" = excluded."requestHash", "createdAt" = excluded."createdAt", "responseStatus" = NULL, "responseBody" = NULL
    WHERE "IdempotencyKey"."createdAt" < ${forgottenBefore}
    RETURNING 1`;
  return rows.length === 1;
}

export async function findKey(owner: Owner, key: string) {
  return database().idempotencyKey.findUnique({ where: { workspaceId_tokenId_key: { ...owner, key } } });
}

export async function storeResponse(
  owner: Owner,
  key: string,
  responseStatus: number,
  responseBody: string,
): Promise<void> {
  await database().idempotencyKey.update({
    where: { workspaceId_tokenId_key: { ...owner, key } },
    data: { responseStatus, responseBody },
  });
}

export async function releaseKey(owner: Owner, key: string): Promise<void> {
  await database().idempotencyKey.deleteMany({ where: { ...owner, key } });
}

export async function forgetKeys(workspaceId: string, before: Date): Promise<void> {
  await database().idempotencyKey.deleteMany({ where: { workspaceId, createdAt: { lt: before } } });
}

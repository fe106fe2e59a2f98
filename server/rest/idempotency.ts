import { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { dayMs, fromNow, now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { AppError, invalid } from '@/server/platform/errors';
import type { Rendered } from './reply';
import { claimKey, findKey, forgetKeys, releaseKey, storeResponse } from './repo';

const keyShape = /^[\x21-\x7e]{1,200}$/;
const kept = z.object({ headers: z.record(z.string(), z.string()), body: z.string().nullable() });

/** The Idempotency-Key of a request, or null. Throws `invalid` for one that is empty, too long or not plain ASCII. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers.get('idempotency-key');
  if (key === null) return null;
  if (!keyShape.test(key))
    throw invalid('Idempotency-Key', 'must be 1 to 200 visible ASCII characters, such as a UUID.');
  return key;
}

/** What makes two requests the same: method, address and body, byte for byte. */
export function requestHashOf(request: { method: string; url: URL; contentType: string; bytes: Uint8Array }): string {
  const { method, url, contentType, bytes } = request;
  return sha256(`${method} ${url.pathname}${url.search}\n${contentType}\n${sha256(bytes)}`);
}

async function earlier(
  owner: { workspaceId: string; tokenId: string },
  key: string,
  requestHash: string,
): Promise<Rendered> {
  const found = await findKey(owner, key);
  if (found && found.requestHash !== requestHash) {
    throw new AppError('conflict', {
      userMessage: `The Idempotency-Key “${key}” was used for another request in the last 24 hours. Use a new key for a new request.`,
    });
  }
  if (!found || found.responseStatus === null || found.responseBody === null) {
    throw new AppError('conflict', {
      userMessage: `The first request with the Idempotency-Key “${key}” is still being answered. Ask again in a moment with the same key.`,
      retryAfterSeconds: 1,
    });
  }
  const { headers, body } = kept.parse(JSON.parse(found.responseBody));
  return { status: found.responseStatus, headers: { ...headers, 'idempotent-replayed': 'true' }, body };
}

/**
 * Runs `answer` once for a key and gives the first answer again for 24 hours. An answer of 500 or more is not kept.
 * A process that dies in between leaves the key taken: nobody can know whether the change was saved, so it is not
 * made twice.
 */
export async function once(
  scope: WorkspaceScope,
  key: string,
  requestHash: string,
  answer: () => Promise<Rendered>,
  /** What is kept instead of a good answer, where that has a secret. */
  keptInstead: Rendered | null = null,
): Promise<Rendered> {
  if (scope.tokenId === null) return answer();
  const owner = { workspaceId: scope.workspaceId, tokenId: scope.tokenId };
  const forgottenBefore = fromNow(-dayMs);
  if (!(await claimKey(owner, key, requestHash, now(), forgottenBefore))) return earlier(owner, key, requestHash);
  const rendered = await answer();
  if (rendered.status >= 500) await releaseKey(owner, key);
  else {
    const { status, headers, body } = keptInstead && rendered.status < 300 ? keptInstead : rendered;
    await storeResponse(owner, key, status, JSON.stringify({ headers, body }));
    await forgetKeys(scope.workspaceId, forgottenBefore);
  }
  return rendered;
}

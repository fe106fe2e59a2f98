import type { Permission } from '@/server/access/permissions';
import { scopeForToken, type WorkspaceScope } from '@/server/access/scope';
import { addressOf } from '@/server/platform/address';
import { minuteMs } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { AppError } from '@/server/platform/errors';
import { countAgainstLimit, type RateLimitState } from '@/server/platform/rate-limit';

/** How many requests a minute are answered: of one token, and of an address without a token that works. */
export type Limits = { requestsPerMinute: number; refusalsPerMinute: number };

export const defaultLimits: Limits = { requestsPerMinute: 600, refusalsPerMinute: 60 };

const bearer = /^Bearer +([\x21-\x7e]{1,512})$/i;
const possibleSlug = /^[a-z0-9-]{1,60}$/;

/** The IETF draft's pair of headers and the three older ones that most clients know. */
export function limitHeaders(state: RateLimitState): Record<string, string> {
  return {
    'ratelimit-policy': `"minute";q=${state.limit};w=60`,
    ratelimit: `"minute";r=${state.remaining};t=${state.resetSeconds}`,
    'ratelimit-limit': String(state.limit),
    'ratelimit-remaining': String(state.remaining),
    'ratelimit-reset': String(state.resetSeconds),
  };
}

function secretOf(headers: Headers): string {
  const given = headers.get('authorization');
  const secret = bearer.exec(given ?? '')?.[1];
  if (secret) return secret;
  const what = given === null ? 'There is no Authorization header' : 'The Authorization header is not a bearer token';
  throw new AppError('unauthenticated', { userMessage: `${what}. Send Authorization: Bearer <token>.` });
}

type Asked = { headers: Headers; slug: string; permission: Permission; requestId: string };

async function scopeOf(asked: Asked): Promise<WorkspaceScope> {
  return scopeForToken({
    // A slug that cannot exist is not looked up; the dash is nobody's, so a good token reads 404 and a bad one 401.
    slug: possibleSlug.test(asked.slug) ? asked.slug : '-',
    secret: secretOf(asked.headers),
    permission: asked.permission,
    requestId: asked.requestId,
    address: addressOf(asked.headers),
  });
}

async function count(key: string, limit: number, tell: (headers: Record<string, string>) => void): Promise<void> {
  try {
    tell(limitHeaders(await countAgainstLimit(key, limit, minuteMs)));
  } catch (error) {
    if (error instanceof AppError && error.retryAfterSeconds !== undefined) {
      tell(limitHeaders({ limit, remaining: 0, resetSeconds: error.retryAfterSeconds }));
    }
    throw error;
  }
}

/**
 * Proves the token and counts the request: against the token when it works here, against the address when it does not.
 * `tell` receives the RateLimit headers of whatever answer follows.
 */
export async function passGate(
  asked: Asked,
  limits: Limits,
  tell: (headers: Record<string, string>) => void,
): Promise<WorkspaceScope> {
  const ofToken = () =>
    count(`rest:token:${sha256(secretOf(asked.headers)).slice(0, 32)}`, limits.requestsPerMinute, tell);
  try {
    const scope = await scopeOf(asked);
    await ofToken();
    return scope;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'forbidden') await ofToken();
    if (error.code === 'unauthenticated' || error.code === 'notFound') {
      await count(`rest:address:${addressOf(asked.headers)}`, limits.refusalsPerMinute, tell);
    }
    throw error;
  }
}

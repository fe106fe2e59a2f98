import { now } from './clock';
import { database } from './db';
import { AppError } from './errors';

export type RateLimitState = { limit: number; remaining: number; resetSeconds: number };

/**
 * Counts one event against a fixed window shared by every app process. Throws `tooManyRequests` with the seconds to wait
 * once `limit` is passed.
 */
export async function countAgainstLimit(key: string, limit: number, windowMs: number): Promise<RateLimitState> {
  const at = now();
  const windowStart = new Date(Math.floor(at.getTime() / windowMs) * windowMs);
  // Not waited for on disk: a crash may forget the last counts, and every API request would pay for keeping them.
  const rows = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" ("key", "windowStart", "count")
    SELECT ${key}, ${windowStart}::timestamptz, 1 FROM (SELECT set_config('synchronous_commit', 'off', true)) AS "unwaited"
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."windowStart" = ${windowStart} THEN "RateLimit"."count" + 1 ELSE 1 END,
      "windowStart" = ${windowStart}
    RETURNING "count"`;
  const used = rows[0]?.count ?? 1;
  const resetSeconds = Math.max(1, Math.ceil((windowStart.getTime() + windowMs - at.getTime()) / 1000));
  if (used > limit) {
    throw new AppError('tooManyRequests', {
      userMessage: `Too many requests: ${limit} are allowed in ${Math.round(windowMs / 1000)} seconds. Try again in ${resetSeconds} seconds.`,
      retryAfterSeconds: resetSeconds,
      details: { limit, remaining: 0, resetSeconds },
    });
  }
  return { limit, remaining: limit - used, resetSeconds };
}

/** Forgets a counter, such as the failed sign-ins of an account that has now signed in. */
export async function clearLimit(key: string): Promise<void> {
  await database().rateLimit.deleteMany({ where: { key } });
}

/** Takes one event back, such as a sign-in that turned out to be right. */
export async function forgiveOne(key: string): Promise<void> {
  await database().rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

import { dayMs, fromNow, minuteMs, now } from '@/server/platform/clock';
import { findLiveSession, touchSession } from './repo';
import { readSessionToken, sessionTokenOf } from './session-token';

/** A person with a live session. */
export type Actor = { userId: string; sessionId: string };

/** A session ends when it was not used for this long. */
export const sessionIdleMs = 30 * dayMs;

const touchEveryMs = 2 * minuteMs;

/** The person behind a request's cookies, or null. The session is checked against the database every time. */
export async function currentActor(headers: Headers): Promise<Actor | null> {
  const token = sessionTokenOf(headers);
  const claims = token ? await readSessionToken(token) : null;
  if (!claims) return null;
  const at = now();
  const session = await findLiveSession(claims.sessionId, claims.userId, at);
  if (!session) return null;
  if (at.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
    await touchSession(session.id, session.userId, at, fromNow(sessionIdleMs));
  }
  return { userId: session.userId, sessionId: session.id };
}

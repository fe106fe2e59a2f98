import type { Actor } from '@/server/access/actor';
import { newId } from '@/server/platform/ids';

export type Context = {
  requestId: string;
  headers: Headers;
  /** The address the request came from, for sign-in limits and the list of sessions. */
  address: string;
  /** Set when the caller is already proven, as in server components and tests; otherwise read from the session. */
  actor: Actor | null;
};

const requestIdShape = /^[A-Za-z0-9_-]{8,64}$/;

/** The caller's own request id when it is a harmless one, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && requestIdShape.test(given) ? given : newId();
}

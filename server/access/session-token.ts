import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { derivedKey } from '@/server/platform/crypto';
import { originOf } from './origin';

/** How long the cookie may live; the session row, idle for 30 days at most, decides much earlier. */
export const cookieSeconds = 400 * 24 * 3600;

export function authSecret(): string {
  return derivedKey('next-auth');
}

export function sessionCookieName(secure: boolean): string {
  return secure ? '__Secure-paydown.session' : 'paydown.session';
}

const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

export type SessionClaims = { userId: string; sessionId: string };

/** What a next-auth token says, or null for one that is not ours, altered or too old. Proves nothing about the session. */
export async function readSessionToken(unverifiedToken: string): Promise<SessionClaims | null> {
  try {
    const parsed = claims.safeParse(await decode({ token: unverifiedToken, secret: authSecret() }));
    return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
  } catch {
    return null;
  }
}

export function readCookies(headers: Headers): Record<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((part) => part.trim());
  const cookies: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const value = pair.slice(at + 1);
    try {
      cookies[pair.slice(0, at)] = decodeURIComponent(value);
    } catch {
      cookies[pair.slice(0, at)] = value;
    }
  }
  return cookies;
}

export function sessionTokenOf(headers: Headers): string | null {
  const secure = originOf(headers).startsWith('https:');
  return readCookies(headers)[sessionCookieName(secure)] ?? null;
}

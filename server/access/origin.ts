import { env } from '@/server/platform/env';

const hostShape = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/;

function localOrigin(): string {
  return `http://localhost:${env().PORT}`;
}

/**
 * The address under which the caller reached us: PAYDOWN_URL when set, else the Host header over plain HTTP, so that
 * localhost and 127.0.0.1 both work without a setting. Never used in e-mails; those take `publicOrigin`.
 */
export function originOf(headers: Headers): string {
  const { PAYDOWN_URL, PAYDOWN_TRUST_PROXY } = env();
  if (PAYDOWN_URL) return new URL(PAYDOWN_URL).origin;
  const host = (PAYDOWN_TRUST_PROXY ? headers.get('x-forwarded-host') : null) ?? headers.get('host') ?? '';
  if (!hostShape.test(host)) return localOrigin();
  const scheme = PAYDOWN_TRUST_PROXY && headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${host}`;
}

/** The address that e-mails and printed links carry; a header the caller chose must never decide it. */
export function publicOrigin(): string {
  const { PAYDOWN_URL } = env();
  return PAYDOWN_URL ? new URL(PAYDOWN_URL).origin : localOrigin();
}

/** A path of this site to go to after signing in; anything else becomes the front page. */
export function safeReturnPath(unverifiedPath: string | null | undefined): string {
  if (!unverifiedPath || !/^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(unverifiedPath)) return '/';
  return unverifiedPath.slice(0, 500);
}

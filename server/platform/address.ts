import { isIP } from 'node:net';
import { env } from './env';

/**
 * The address of the caller. Forwarded headers are believed only where PAYDOWN_TRUST_PROXY says that a proxy sets
 * them, because anyone can send them; Next puts the socket's own address into x-forwarded-for when nothing is there.
 */
export function addressOf(headers: Headers): string {
  const forwarded =
    headers
      .get('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  // A trusted proxy appends what it saw, and Next appends nothing: the last entry is the one that was not sent by the caller.
  const address = env().PAYDOWN_TRUST_PROXY ? forwarded.at(-1) : headers.get('x-paydown-socket-address');
  return address && isIP(address) ? address : 'unknown';
}

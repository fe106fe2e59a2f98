import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/** Key material of this installation; made by the start script and kept in the data folder unless given. */
function masterSecret(): string {
  const secret = env().PAYDOWN_SECRET;
  if (!secret)
    throw new Error('PAYDOWN_SECRET is not set: start with `npm start`, or set it to 32 characters or more.');
  return secret;
}

/** A key of its own for each purpose, so that one use can never be replayed as another. */
export function derivedKey(purpose: string): string {
  return Buffer.from(hkdfSync('sha256', masterSecret(), 'paydown', purpose, 32)).toString('base64url');
}

export function randomSecret(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}

/** A secret that can be shown again because it is computed, not stored: links of invitations and of the first set-up. */
export function derivedSecret(purpose: string, subject: string): string {
  return createHmac('sha256', derivedKey(purpose)).update(subject).digest('base64url').slice(0, 32);
}

export function sameSecret(unverifiedA: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(unverifiedA)), Buffer.from(sha256(b)));
}

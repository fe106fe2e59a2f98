import { minuteMs } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { AppError } from '@/server/platform/errors';
import { clearLimit, countAgainstLimit, forgiveOne } from '@/server/platform/rate-limit';

export const signInWindowMs = 15 * minuteMs;
export const triesPerAccount = 5;
export const triesPerAddress = 50;

const accountKey = (email: string) => `sign-in:account:${sha256(email)}`;
const addressKey = (address: string) => `sign-in:address:${address}`;

export type SignInLimit = { triesLeft: number } | { retryAfterSeconds: number };

/**
 * Counts a try before the password is looked at, so that parallel guesses cannot slip through. An address nobody has is
 * counted like any other, so that the limit tells nothing about who exists.
 */
export async function countSignInTry(email: string, address: string): Promise<SignInLimit> {
  try {
    await countAgainstLimit(addressKey(address), triesPerAddress, signInWindowMs);
    const { remaining } = await countAgainstLimit(accountKey(email), triesPerAccount, signInWindowMs);
    return { triesLeft: remaining };
  } catch (error) {
    if (error instanceof AppError && error.code === 'tooManyRequests') {
      return { retryAfterSeconds: error.retryAfterSeconds ?? signInWindowMs / 1000 };
    }
    throw error;
  }
}

/** A sign-in that worked takes back its own count. Many people behind one address do not lock each other out. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  await clearLimit(accountKey(email));
  await forgiveOne(addressKey(address));
}

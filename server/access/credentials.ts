import { z } from 'zod';
import { email } from '@/server/domain/field/email';
import { now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { passwordMatches } from './password';
import { findUserByEmail, takeVerificationToken } from './repo';
import { countSignInTry, forgiveSignIn } from './sign-in-limit';

export type SignInRefusal =
  | { code: 'mismatch'; triesLeft: number }
  | { code: 'paused'; retryAfterSeconds: number }
  | { code: 'linkUsed' };

export type SignInResult = { userId: string } | { refusal: SignInRefusal };

const passwordInput = z.object({ email, password: z.string().min(1).max(1000) });
const linkInput = z.object({ token: z.string().min(10).max(200) });

/** Checks an e-mail and password. A wrong password and an unknown person give the same answer in the same time. */
export async function signInByPassword(unverifiedInput: unknown, address: string): Promise<SignInResult> {
  const parsed = passwordInput.safeParse(unverifiedInput);
  const name = parsed.success ? parsed.data.email : 'unreadable';
  const limit = await countSignInTry(name, address);
  if ('retryAfterSeconds' in limit) {
    return { refusal: { code: 'paused', retryAfterSeconds: limit.retryAfterSeconds } };
  }
  const user = parsed.success ? await findUserByEmail(parsed.data.email) : null;
  const matches = await passwordMatches(user?.passwordHash ?? null, parsed.success ? parsed.data.password : '-');
  if (!user || !matches) return { refusal: { code: 'mismatch', triesLeft: limit.triesLeft } };
  await forgiveSignIn(name, address);
  return { userId: user.id };
}

/** Uses up a magic link. */
export async function signInByLink(unverifiedInput: unknown): Promise<SignInResult> {
  const parsed = linkInput.safeParse(unverifiedInput);
  const sentTo = parsed.success ? await takeVerificationToken(sha256(parsed.data.token), now()) : null;
  const user = sentTo ? await findUserByEmail(sentTo) : null;
  return user ? { userId: user.id } : { refusal: { code: 'linkUsed' } };
}

import { publicOrigin } from '@/server/access/origin';
import { hashPassword, passwordMatches, passwordProblem } from '@/server/access/password';
import { countSignInTry, forgiveSignIn } from '@/server/access/sign-in-limit';
import { resetMail } from '@/server/email/letter';
import { mailIsOn, sendMail } from '@/server/email/mailer';
import { fromNow, hourMs, minuteMs, now } from '@/server/platform/clock';
import { randomSecret, sha256 } from '@/server/platform/crypto';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { countAgainstLimit } from '@/server/platform/rate-limit';
import * as repo from './repo';

export const resetHours = 24;

async function mustFindUser(userId: string) {
  const user = await repo.findUser(database(), userId);
  if (!user) throw new AppError('unauthenticated', { userMessage: 'Sign in to go on.' });
  return user;
}

export async function getAccount(userId: string) {
  const { id, name, email, passwordHash, accounts } = await mustFindUser(userId);
  return { id, name, email, hasPassword: passwordHash !== null, providers: accounts.map((one) => one.provider) };
}

export async function renameAccount(userId: string, name: string) {
  await repo.updateName(database(), userId, name);
  return { name };
}

/** Hashes a password that follows the rules. Throws `invalid` naming `path` for one that does not. */
export async function acceptPassword(path: string, password: string, email: string): Promise<string> {
  const problem = passwordProblem(password, email);
  if (problem) throw invalid(path, problem);
  return hashPassword(password);
}

/** Sets a new password after proof of the old one, and ends every other session. */
export async function changePassword(
  actor: { userId: string; sessionId: string },
  input: { current?: string | undefined; next: string },
  address: string,
) {
  const user = await mustFindUser(actor.userId);
  if (user.passwordHash) {
    const limit = await countSignInTry(user.email, address);
    if ('retryAfterSeconds' in limit) throw tooManyTries(limit.retryAfterSeconds);
    if (!(await passwordMatches(user.passwordHash, input.current ?? ''))) {
      throw invalid('current', `is not your password, ${limit.triesLeft} tries left`);
    }
    await forgiveSignIn(user.email, address);
  }
  const passwordHash = await acceptPassword('next', input.next, user.email);
  return database().$transaction(async (tx) => {
    await repo.updatePassword(tx, user.id, passwordHash);
    return { sessionsEnded: await repo.endSessions(tx, user.id, actor.sessionId, now()) };
  });
}

function tooManyTries(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError('tooManyRequests', {
    userMessage: `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    retryAfterSeconds,
  });
}

/** Makes a reset link for a person and gives its path, which is shown this once. Older links stop working. */
export async function createReset(client: Tx, userId: string, createdById: string | null) {
  const secret = randomSecret();
  const expiresAt = fromNow(resetHours * hourMs);
  const createdAt = now();
  await repo.replaceReset(client, {
    id: newId(),
    userId,
    secretHash: sha256(secret),
    createdById,
    createdAt,
    expiresAt,
  });
  return { path: `/reset/${secret}`, expiresAt };
}

/** Mails a reset link, if mail is on and there is such a person; the answer never tells which. */
export async function requestReset(email: string, address: string) {
  if (!mailIsOn()) return { sent: false };
  await countAgainstLimit(`reset:address:${address}`, 20, 15 * minuteMs);
  await countAgainstLimit(`reset:account:${sha256(email)}`, 3, 15 * minuteMs);
  const userId = await repo.findUserIdByEmail(database(), email);
  if (userId) {
    const { path } = await createReset(database(), userId, null);
    sendMail(resetMail({ to: email, url: `${publicOrigin()}${path}`, hours: resetHours }));
  }
  return { sent: true };
}

/** Whose password a link resets, or null for one that no longer works. */
export async function getReset(token: string) {
  const reset = await repo.findLiveReset(database(), sha256(token), now());
  return { email: reset?.user.email ?? null };
}

function usedUp(): AppError {
  return new AppError('preconditionFailed', {
    userMessage: 'This link was used already or has expired. Ask an admin of your workspace for a new one.',
  });
}

/** Sets a new password by a link, which works once, and ends every session of the person. */
export async function resetPassword(input: { token: string; password: string }) {
  const reset = await repo.findLiveReset(database(), sha256(input.token), now());
  if (!reset) throw usedUp();
  const { email } = reset.user;
  const passwordHash = await acceptPassword('password', input.password, email);
  await database().$transaction(async (tx) => {
    if (!(await repo.useReset(tx, reset.id, now()))) throw usedUp();
    await repo.updatePassword(tx, reset.userId, passwordHash);
    await repo.endSessions(tx, reset.userId, null, now());
  });
  return { email };
}

/** Whether anyone was set up on this installation yet. */
export async function anyoneIsHere(client: Tx = database()): Promise<boolean> {
  return (await repo.countUsers(client)) > 0;
}

export async function personWithEmail(client: Tx, email: string): Promise<string | null> {
  return repo.findUserIdByEmail(client, email);
}

/** Writes a person inside the transaction that gives them a place; their password is hashed already. */
export async function createPerson(
  tx: Tx,
  person: { id: string; email: string; name: string; passwordHash: string | null },
): Promise<void> {
  await repo.insertUser(tx, { ...person, createdAt: now() });
}

/** Ends the sessions of a person, all or all but one, and says how many there were. */
export async function endSessionsOf(client: Tx, userId: string, exceptId: string | null): Promise<number> {
  return repo.endSessions(client, userId, exceptId, now());
}

export function checkPassword(input: { password: string; email: string }) {
  return { problem: passwordProblem(input.password, input.email) };
}

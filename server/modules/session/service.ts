import type { Actor } from '@/server/access/actor';
import { publicOrigin } from '@/server/access/origin';
import { enabledProviders } from '@/server/access/provider';
import { signInMail } from '@/server/email/letter';
import { mailIsOn, sendMail } from '@/server/email/mailer';
import { anyoneIsHere, endSessionsOf, personWithEmail } from '@/server/modules/account/service';
import { fromNow, minuteMs, now } from '@/server/platform/clock';
import { randomSecret, sha256 } from '@/server/platform/crypto';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { countAgainstLimit } from '@/server/platform/rate-limit';
import type { SessionRecord } from './contract';
import * as repo from './repo';

const linkMinutes = 15;

/** How one can sign in here. */
export async function signInOptions() {
  return {
    providers: enabledProviders().map(({ id, name }) => ({ id, name })),
    magicLink: mailIsOn(),
    passwordResetByMail: mailIsOn(),
    setUp: await anyoneIsHere(),
  };
}

export async function listSessions(actor: Actor): Promise<SessionRecord[]> {
  const sessions = await repo.findLiveSessions(database(), actor.userId, now());
  return sessions.map((session) => ({ ...session, current: session.id === actor.sessionId }));
}

/** Ends one of the person's own sessions, from its next request on. */
export async function revokeSession(actor: Actor, id: string) {
  const ended = await repo.endSession(database(), actor.userId, id, now());
  if (!ended) throw new AppError('notFound', { userMessage: 'This session has ended already.' });
  return { id };
}

export async function revokeOtherSessions(actor: Actor) {
  return { sessionsEnded: await endSessionsOf(database(), actor.userId, actor.sessionId) };
}

/** Mails a link to sign in with, if mail is on and there is such a person; the answer never tells which. */
export async function requestLink(email: string, address: string) {
  if (!mailIsOn()) return { sent: false };
  await countAgainstLimit(`link:address:${address}`, 20, 15 * minuteMs);
  await countAgainstLimit(`link:account:${sha256(email)}`, 3, 15 * minuteMs);
  if (await personWithEmail(database(), email)) {
    const secret = randomSecret();
    await repo.replaceVerificationToken(database(), email, sha256(secret), fromNow(linkMinutes * minuteMs));
    sendMail(signInMail({ to: email, url: `${publicOrigin()}/sign-in/link/${secret}`, minutes: linkMinutes }));
  }
  return { sent: true };
}

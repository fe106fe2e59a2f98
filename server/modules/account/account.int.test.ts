import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Inbox } from '@/server/testing/smtp';

// The environment is read once a process, so mail is switched on before anything reads it.
let inbox: Inbox;
let lib: {
  callerFor: typeof import('@/server/testing/caller').callerFor;
  callerWith: typeof import('@/server/testing/caller').callerWith;
  makeTenant: typeof import('@/server/testing/tenant').makeTenant;
  mailSettled: typeof import('@/server/email/mailer').mailSettled;
  database: typeof import('@/server/platform/db').database;
  hashPassword: typeof import('@/server/access/password').hashPassword;
};

beforeAll(async () => {
  vi.resetModules();
  const { openInbox } = await import('@/server/testing/smtp');
  inbox = await openInbox();
  process.env.SMTP_URL = inbox.url;
  process.env.SMTP_FROM = 'Paydown <paydown@example.test>';
  process.env.PAYDOWN_URL = 'https://debt.example.test';
  lib = {
    ...(await import('@/server/testing/caller')),
    ...(await import('@/server/testing/tenant')),
    ...(await import('@/server/email/mailer')),
    ...(await import('@/server/platform/db')),
    ...(await import('@/server/access/password')),
  };
});
afterAll(() => inbox.close());

let addresses = 0;
function ownAddress(): string {
  addresses += 1;
  return `10.2.0.${addresses}`;
}

/** The link in the newest letter; mail wraps long lines with a trailing =. */
function linkIn(letter: string | undefined, path: string): string {
  const plain = (letter ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
  return new RegExp(`https://debt\\.example\\.test${path}([\\w-]+)`).exec(plain)?.[1] ?? '';
}

describe('a password', () => {
  it('is changed with the old one, and every other session ends', async () => {
    const { people } = await lib.makeTenant();
    const { editor } = people;
    const { database } = lib;
    await database().user.update({
      where: { id: editor.userId },
      data: { passwordHash: await lib.hashPassword('a quiet harbour') },
    });
    const session = await database().session.findFirstOrThrow({ where: { id: editor.sessionId } });
    await database().session.create({ data: { ...session, id: crypto.randomUUID() } });
    const api = lib.callerFor(editor, ownAddress());
    await expect(api.account.changePassword({ current: 'wrong', next: 'a louder harbour' })).rejects.toThrow(
      /current: is not your password/,
    );
    await expect(api.account.changePassword({ current: 'a quiet harbour', next: editor.email })).rejects.toThrow(
      /next: the same as/,
    );
    expect(await api.account.changePassword({ current: 'a quiet harbour', next: 'a louder harbour' })).toEqual({
      sessionsEnded: 1,
    });
    expect(await api.session.list()).toHaveLength(1);
  });

  it('cannot be guessed through the form that changes it', async () => {
    const { people } = await lib.makeTenant();
    const { database } = lib;
    await database().user.update({
      where: { id: people.editor.userId },
      data: { passwordHash: await lib.hashPassword('a quiet harbour') },
    });
    const api = lib.callerFor(people.editor, ownAddress());
    const guess = (current: string) => api.account.changePassword({ current, next: 'a louder harbour' });
    for (let i = 0; i < 5; i += 1) await expect(guess('wrong')).rejects.toThrow();
    await expect(guess('a quiet harbour')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});

describe('a reset by e-mail', () => {
  it('answers a known and an unknown address alike, writes only to the known one, and works once', async () => {
    const { people } = await lib.makeTenant();
    const api = lib.callerWith(new Headers(), ownAddress());
    const before = inbox.letters.length;
    expect(await api.account.requestReset({ email: 'nobody@example.test' })).toEqual({ sent: true });
    expect(await api.account.requestReset({ email: people.viewer.email })).toEqual({ sent: true });
    await lib.mailSettled();
    expect(inbox.letters).toHaveLength(before + 1);
    const token = linkIn(inbox.letters.at(-1), '/reset/');
    expect(await api.account.reset({ token, password: 'a quiet harbour' })).toEqual({ email: people.viewer.email });
    await expect(api.account.reset({ token, password: 'a quiet harbour' })).rejects.toThrow(/used already/);
  });

  it('is not sent without end to one address', async () => {
    const email = 'flooded@example.test';
    const ask = () => lib.callerWith(new Headers(), ownAddress()).account.requestReset({ email });
    for (let i = 0; i < 3; i += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});

describe('a link to sign in with', () => {
  it('is used up by the first who follows it, and is worth nothing after 15 minutes', async () => {
    const { signInByLink } = await import('@/server/access/credentials');
    const { people } = await lib.makeTenant();
    const ask = async () => {
      await lib.callerWith(new Headers(), ownAddress()).session.requestLink({ email: people.viewer.email });
      await lib.mailSettled();
      return linkIn(inbox.letters.at(-1), '/sign-in/link/');
    };
    const token = await ask();
    const both = await Promise.all([signInByLink({ token }), signInByLink({ token })]);
    expect(both.filter((one) => 'userId' in one)).toEqual([{ userId: people.viewer.userId }]);
    const late = await ask();
    await lib.database().verificationToken.updateMany({ data: { expires: new Date(0) } });
    expect(await signInByLink({ token: late })).toEqual({ refusal: { code: 'linkUsed' } });
  });
});

describe('an invitation', () => {
  it('is mailed with its link, as HTML and as text, and names typed by people are escaped', async () => {
    const tenant = await lib.makeTenant();
    await lib.callerFor(tenant.people.owner).account.rename({ name: '<b>Bold</b>' });
    const email = 'invited@example.test';
    await lib.callerFor(tenant.people.owner).invitation.create({ workspace: tenant.slug, email, role: 'viewer' });
    await lib.mailSettled();
    const letter = (inbox.letters.at(-1) ?? '').replaceAll('=\n', '');
    expect(letter).toMatch(/multipart\/alternative/);
    expect(linkIn(inbox.letters.at(-1), `/join/${tenant.slug}/`)).not.toBe('');
    expect(letter.split('text/html')[1]).not.toMatch(/<b>Bold/);
  });
});

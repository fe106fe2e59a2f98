import { describe, expect, it } from 'vitest';
import { currentActor } from '@/server/access/actor';
import { hashPassword } from '@/server/access/password';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { authBrowser, headersOf, type Jar } from '@/server/testing/auth-browser';
import { callerWith } from '@/server/testing/caller';

const origin = 'http://127.0.0.1:3000';

const { send, csrf, signIn } = authBrowser(origin, async () => null);

async function makePerson(password: string | null = 'a quiet harbour') {
  const id = newId();
  const email = `p-${id.slice(-12)}@example.test`;
  const passwordHash = password === null ? null : await hashPassword(password);
  await database().user.create({ data: { id, email, name: 'Pat', passwordHash, createdAt: now() } });
  return { id, email };
}

let addresses = 0;
function ownAddress(): Record<string, string> {
  addresses += 1;
  return { 'x-paydown-socket-address': `10.1.0.${addresses}` };
}

describe('signing in with a password', () => {
  it('gives a cookie that proves the person and carries nothing but two ids', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    const response = await signIn(jar, person.email.toUpperCase(), 'a quiet harbour', ownAddress());
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('paydown.session='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const actor = await currentActor(headersOf(jar));
    expect(actor?.userId).toBe(person.id);
  });

  it('works under the name localhost as well as under the number', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    await signIn(jar, person.email, 'a quiet harbour', { host: 'localhost:3000', ...ownAddress() });
    expect(await currentActor(headersOf(jar, { host: 'localhost:3000' }))).toMatchObject({ userId: person.id });
  });

  it('answers a wrong password, an unknown address and a person without a password alike', async () => {
    const person = await makePerson();
    const without = await makePerson(null);
    const bodies = [];
    for (const email of [person.email, 'nobody@example.test', without.email]) {
      const response = await signIn(new Map(), email, 'not the password', ownAddress());
      bodies.push([response.status, await response.json()]);
    }
    expect(bodies).toEqual(Array(3).fill([401, { refusal: { code: 'mismatch', triesLeft: 4 } }]));
  });

  it('pauses an account after five tries, the right password included, and says for how long', async () => {
    const person = await makePerson();
    for (let i = 0; i < 5; i += 1) await signIn(new Map(), person.email, 'not the password', ownAddress());
    const jar: Jar = new Map();
    const response = await signIn(jar, person.email, 'a quiet harbour', ownAddress());
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await currentActor(headersOf(jar))).toBeNull();
  });

  it('pauses an unknown address as it pauses a known one', async () => {
    const email = `nobody-${newId()}@example.test`;
    for (let i = 0; i < 5; i += 1) await signIn(new Map(), email, 'not the password', ownAddress());
    expect((await signIn(new Map(), email, 'not the password', ownAddress())).status).toBe(429);
  });

  it('forgets failed tries once the person is in', async () => {
    const person = await makePerson();
    for (let i = 0; i < 4; i += 1) await signIn(new Map(), person.email, 'not the password', ownAddress());
    expect((await signIn(new Map(), person.email, 'a quiet harbour', ownAddress())).status).toBe(200);
    const after = await signIn(new Map(), person.email, 'not the password', ownAddress());
    expect(await after.json()).toEqual({ refusal: { code: 'mismatch', triesLeft: 4 } });
  });

  it('pauses one network address that tries many accounts', async () => {
    const address = ownAddress();
    let last = 0;
    for (let i = 0; i < 51; i += 1) last = (await signIn(new Map(), `n${i}@example.test`, 'guess', address)).status;
    expect(last).toBe(429);
  });

  it('needs the csrf token', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    await csrf(jar);
    await send(jar, 'callback/password', { csrfToken: 'wrong', email: person.email, password: 'a quiet harbour' });
    expect(await currentActor(headersOf(jar))).toBeNull();
  });
});

describe('a session', () => {
  it('ends at the next request after it was revoked in the database', async () => {
    const person = await makePerson();
    const [here, there]: [Jar, Jar] = [new Map(), new Map()];
    await signIn(here, person.email, 'a quiet harbour', ownAddress());
    await signIn(there, person.email, 'a quiet harbour', ownAddress());
    const api = callerWith(headersOf(here));
    const others = (await api.session.list()).filter((session) => !session.current);
    expect(others).toHaveLength(1);
    await api.session.revoke({ id: others[0]?.id ?? '' });
    await expect(callerWith(headersOf(there)).account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect((await callerWith(headersOf(here)).account.me()).email).toBe(person.email);
  });

  it('ends when it was not used for 30 days', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    await signIn(jar, person.email, 'a quiet harbour', ownAddress());
    await database().session.updateMany({ where: { userId: person.id }, data: { expiresAt: now() } });
    expect(await currentActor(headersOf(jar))).toBeNull();
  });

  it('ends with signing out, for a copy of the cookie too', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    await signIn(jar, person.email, 'a quiet harbour', ownAddress());
    const copy = headersOf(jar);
    await send(jar, 'signout', { csrfToken: await csrf(jar), json: 'true' });
    expect(jar.has('paydown.session')).toBe(false);
    expect(await currentActor(copy)).toBeNull();
  });

  it('cannot be made up, altered or taken from another key', async () => {
    const person = await makePerson();
    const jar: Jar = new Map();
    await signIn(jar, person.email, 'a quiet harbour', ownAddress());
    const token = jar.get('paydown.session') ?? '';
    for (const forged of ['', 'x', `${token.slice(0, -4)}AAAA`, 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']) {
      expect(await currentActor(headersOf(new Map([['paydown.session', forged]])))).toBeNull();
    }
  });
});

describe('bad input to /api/auth', () => {
  it.each([
    ['GET', 'session'],
    ['GET', 'providers'],
    ['GET', 'nonsense'],
    ['GET', 'csrf?callbackUrl=%00'],
    ['GET', 'signin?callbackUrl=http:%2F%2F%5B'],
    ['GET', 'callback/oidc?code=x'],
    ['GET', 'error?error=%3Cscript%3E'],
    ['POST', 'callback/password'],
    ['POST', 'callback/nothing'],
    ['POST', '_log'],
  ])('is never answered with a 5xx: %s %s', async (method, path) => {
    const jar: Jar = new Map([['next-auth.callback-url', 'not an address']]);
    const token = await csrf(jar);
    const form = { csrfToken: token, email: '\u0000', password: 'x'.repeat(5000), callbackUrl: 'http://[' };
    const response = await send(jar, path, method === 'POST' ? form : undefined);
    expect(response.status).toBeLessThan(500);
  });

  it('never sends a person to another site after signing in', async () => {
    const person = await makePerson();
    for (const callbackUrl of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const jar: Jar = new Map();
      const form = {
        csrfToken: await csrf(jar),
        email: person.email,
        password: 'a quiet harbour',
        json: 'true',
        callbackUrl,
      };
      const { url } = (await (await send(jar, 'callback/password', form, ownAddress())).json()) as { url: string };
      expect(new URL(url).origin).toBe(origin);
    }
  });
});

describe('an address of sign-in', () => {
  it.each(['callback/password', 'callback/link'])('that takes a form, %s, has no page to open', async (path) => {
    expect((await send(new Map(), path)).status).toBe(404);
  });

  it('refuses a form that is too large, or does not say how large, before reading it', async () => {
    const form = { email: 'a@example.test', password: 'x' };
    const announced = await send(new Map(), 'callback/password', form, { 'content-length': '20001' });
    expect(announced.status).toBe(413);
    const streamed = await send(new Map(), 'callback/password', form, { 'transfer-encoding': 'chunked' });
    expect(streamed.status).toBe(413);
  });
});

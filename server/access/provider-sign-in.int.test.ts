import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Jar } from '@/server/testing/auth-browser';
import type { Claims } from '@/server/testing/oidc-issuer';

// The environment is read once a process, so the issuer is there before anything reads it.
let issuer: Awaited<ReturnType<typeof import('@/server/testing/oidc-issuer').openIssuer>>;
let lib: Awaited<ReturnType<typeof load>>;

async function load() {
  return {
    ...(await import('@/server/testing/auth-browser')),
    ...(await import('@/server/testing/caller')),
    ...(await import('@/server/testing/tenant')),
    ...(await import('@/server/modules/invitation/service')),
    ...(await import('@/server/platform/db')),
    ...(await import('./actor')),
  };
}

beforeAll(async () => {
  vi.resetModules();
  const { openIssuer } = await import('@/server/testing/oidc-issuer');
  issuer = await openIssuer('paydown');
  process.env.OIDC_ISSUER = issuer.issuer;
  process.env.OIDC_ID = 'paydown';
  process.env.OIDC_SECRET = 'secret';
  process.env.OIDC_NAME = 'Northwind SSO';
  lib = await load();
});
afterAll(() => issuer.close());

/** Goes to the issuer, agrees there as the person of the claims, and comes back. */
async function come(claims: Claims, tamper: (query: string) => string = (query) => query) {
  const { send, csrf } = lib.authBrowser('http://127.0.0.1:3000', lib.joinByVerifiedEmail);
  const jar: Jar = new Map();
  const left = await send(jar, 'signin/oidc', {
    csrfToken: await csrf(jar),
    json: 'true',
    callbackUrl: '/w/somewhere',
  });
  const { url } = z.object({ url: z.string() }).parse(await left.json());
  const response = await send(jar, `callback/oidc?${tamper(issuer.grant(url, claims))}`);
  const location = response.headers.get('location') ?? '';
  return { location, userId: (await lib.currentActor(lib.headersOf(jar)))?.userId ?? null };
}

describe('signing in at an OpenID Connect issuer', () => {
  it('is offered under its name', async () => {
    expect((await lib.callerWith().session.options()).providers).toEqual([{ id: 'oidc', name: 'Northwind SSO' }]);
  });

  it('links to the person with the same verified address, and knows them by their subject from then on', async () => {
    const { people } = await lib.makeTenant();
    const { email, userId } = people.editor;
    const first = await come({ sub: 'editor-1', email: email.toUpperCase(), email_verified: true });
    expect(first).toEqual({ location: 'http://127.0.0.1:3000/w/somewhere', userId });
    const renamed = await come({ sub: 'editor-1', email: 'another@example.test', email_verified: false });
    expect(renamed.userId).toBe(userId);
  });

  it('does not take over a person by an address the issuer does not vouch for', async () => {
    const { people } = await lib.makeTenant();
    for (const email_verified of [false, undefined]) {
      const claims = {
        sub: `thief-${email_verified}`,
        email: people.owner.email,
        ...(email_verified === undefined ? {} : { email_verified }),
      };
      expect(await come(claims)).toEqual({ location: '/sign-in?error=unverified', userId: null });
    }
  });

  it('refuses a stranger and writes nothing about them', async () => {
    const email = 'stranger@example.test';
    expect(await come({ sub: 'stranger', email, email_verified: true })).toEqual({
      location: '/sign-in?error=stranger',
      userId: null,
    });
    expect(await lib.database().user.count({ where: { email } })).toBe(0);
  });

  it('makes a member of someone who was invited, without the link', async () => {
    const tenant = await lib.makeTenant();
    const email = 'invited@example.test';
    const invitation = { workspace: tenant.slug, email, role: 'commenter' as const };
    await lib.callerFor(tenant.people.owner).invitation.create(invitation);
    const { userId } = await come({ sub: 'invited', name: 'In Vited', email, email_verified: true });
    const member = await lib.database().member.findFirst({ where: { userId: userId ?? '' }, include: { user: true } });
    expect(member).toMatchObject({ role: 'commenter', workspaceId: tenant.workspaceId, user: { name: 'In Vited' } });
  });

  it('lets nobody in with a foreign state or code', async () => {
    const { people } = await lib.makeTenant();
    const claims = { sub: 'admin-1', email: people.admin.email, email_verified: true };
    for (const tamper of [
      (query: string) => query.replace(/state=[^&]+/, 'state=foreign'),
      (query: string) => query.replace(/code=[^&]+/, 'code=foreign'),
      () => 'error=access_denied',
    ]) {
      const { location, userId } = await come(claims, tamper);
      expect(userId).toBeNull();
      expect(location).toMatch(/\/api\/auth\/error\?error=/);
    }
  });
});

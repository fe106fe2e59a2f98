import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { authSecret, sessionCookieName } from '@/server/access/session-token';
import { createDebt } from '@/server/modules/debt/service';
import { makeTenant, type Tenant, type TestPerson } from '@/server/testing/tenant';
import { GET } from './route';

async function download(tenant: Tenant, person: TestPerson | null, query = 'format=csv'): Promise<Response> {
  const token =
    person && (await encode({ token: { sub: person.userId, sid: person.sessionId }, secret: authSecret() }));
  const headers: HeadersInit = token ? { cookie: `${sessionCookieName(false)}=${token}` } : {};
  const request = new Request(`http://localhost/w/${tenant.slug}/backlog/export?${query}`, { headers });
  return GET(request, { params: Promise.resolve({ workspace: tenant.slug }) });
}

test('a download passes the same gate as everything else: a live session, a membership, a permission', async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const { owner, viewer } = tenant.people;
  const scope = await scopeForSession({
    slug: tenant.slug,
    userId: owner.userId,
    permission: 'debt:write',
    requestId: 'test',
  });
  await createDebt(scope, { workspace: tenant.slug, title: 'Unindexed query' });
  const [anonymous, stranger, reader] = [
    await download(tenant, null),
    await download(tenant, other.people.owner),
    await download(tenant, viewer),
  ];
  expect([anonymous.status, stranger.status, reader.status]).toEqual([401, 404, 200]);
  expect(await anonymous.text()).not.toContain('Unindexed');
  expect(await stranger.text()).not.toContain('Unindexed');
  expect(reader.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.csv"$/);
  expect(await reader.text()).toContain('Unindexed query');
});

test('a format that does not exist is refused by name', async () => {
  const tenant = await makeTenant();
  const response = await download(tenant, tenant.people.viewer, 'format=exe');
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('format: one of');
});

test('a filter that no record can match because of its characters is left out, as the screen leaves it out', async () => {
  const tenant = await makeTenant();
  for (const name of ['team', 'service', 'owner', 'label', 'q']) {
    expect((await download(tenant, tenant.people.viewer, `format=csv&${name}=a%00b`)).status).toBe(200);
  }
});

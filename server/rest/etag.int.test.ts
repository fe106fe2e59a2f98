import { beforeAll, expect, test } from 'vitest';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let api: RestClient;
let services: string;

beforeAll(async () => {
  tenant = await makeTenant();
  api = restClient(await makeToken(tenant, 'editor'));
  services = `/workspaces/${tenant.slug}/services`;
});

async function make(key: string): Promise<string> {
  const response = await api.post(services, { key, name: key, tier: 'low' });
  expect(response.headers.get('location')).toBe(`/api/v1${services}/${key}`);
  return response.headers.get('etag') ?? '';
}

test('a record answers 304 to the ETag it gave, until it or anything shown on it changes', async () => {
  const etag = await make('fresh');
  const unchanged = await api.get(`${services}/fresh`, { headers: { 'if-none-match': `"other", W/${etag}` } });
  expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([304, '', etag]);
  const { id } = await database().service.findFirstOrThrow({
    where: { workspaceId: tenant.workspaceId, key: 'fresh' },
  });
  const at = now();
  await database().debt.create({
    data: {
      workspaceId: tenant.workspaceId,
      id: newId(),
      number: 1,
      title: 'x',
      stateChangedAt: at,
      createdAt: at,
      updatedAt: at,
      services: { create: { serviceId: id } },
    },
  });
  const withDebt = await api.get(`${services}/fresh`, { headers: { 'if-none-match': etag } });
  expect(await jsonIn(withDebt)).toMatchObject({ openDebts: 1, version: 1 });
  expect(withDebt.headers.get('etag')).not.toBe(etag);
  expect(
    (await api.patch(`${services}/fresh`, { name: 'Still version 1' }, { headers: { 'if-match': etag } })).status,
  ).toBe(200);
});

test('a change or deletion with an older ETag is refused with 412 and nothing is saved', async () => {
  const etag = await make('guarded');
  const changed = await api.patch(`${services}/guarded`, { name: 'Second' }, { headers: { 'if-match': etag } });
  expect(await jsonIn(changed)).toMatchObject({ name: 'Second', version: 2 });
  const refused = await problemIn(
    await api.patch(`${services}/guarded`, { name: 'Third' }, { headers: { 'if-match': etag } }),
    412,
  );
  expect(refused.details).toEqual({ currentVersion: 2 });
  await problemIn(await api.delete(`${services}/guarded`, { headers: { 'if-match': etag } }), 412);
  expect(await jsonIn(await api.get(`${services}/guarded`))).toMatchObject({ name: 'Second' });
  const etags = { headers: { 'if-match': `${etag}, ${changed.headers.get('etag')}` } };
  expect((await api.delete(`${services}/guarded`, etags)).status).toBe(204);
});

test('If-Match * and no If-Match change the record whatever its version; weak tags and tags of others never do', async () => {
  const etag = await make('any');
  expect((await api.patch(`${services}/any`, { name: 'a' }, { headers: { 'if-match': '*' } })).status).toBe(200);
  expect((await api.patch(`${services}/any`, { name: 'b' })).status).toBe(200);
  for (const tag of [`W/${etag}`, '"nonsense"', '""']) {
    await problemIn(await api.patch(`${services}/any`, { name: 'c' }, { headers: { 'if-match': tag } }), 412);
  }
});

test.each(['3', '"unclosed', 'W/', ', ,'])('an If-Match like %j is refused as no ETag', async (value) => {
  const refused = await problemIn(
    await api.patch(`${services}/any`, { name: 'd' }, { headers: { 'if-match': value } }),
    422,
  );
  expect(refused.errors?.[0]?.path).toBe('If-Match');
});

test('two changes on one ETag at the same moment: one is saved, the other is told', async () => {
  const etag = await make('both');
  const headers = { 'if-match': etag };
  const answers = await Promise.all(
    ['x', 'y', 'z'].map((name) => api.patch(`${services}/both`, { name }, { headers })),
  );
  expect(answers.map((one) => one.status).toSorted()).toEqual([200, 412, 412]);
});

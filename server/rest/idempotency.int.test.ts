import { beforeAll, expect, test } from 'vitest';
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

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const service = (key: string) => ({ key, name: key, tier: 'low' });

test('the same key and body give the first answer again, word for word, and make one record', async () => {
  const key = newId();
  const first = await api.post(services, service('once'), withKey(key));
  const again = await api.post(services, service('once'), withKey(key));
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  for (const name of ['etag', 'location', 'content-type'])
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  expect(await jsonIn(again, 201)).toEqual(await jsonIn(first, 201));
  const made = await database().auditEvent.count({
    where: { workspaceId: tenant.workspaceId, action: 'service.create' },
  });
  expect(made).toBe(1);
});

test('the same key with another body, address or query is a conflict', async () => {
  const key = newId();
  await api.post(services, service('body-one'), withKey(key));
  expect((await problemIn(await api.post(services, service('body-two'), withKey(key)), 409)).detail).toContain(
    'another request',
  );
  await problemIn(await api.post(`${services}/body-one/restore`, undefined, withKey(key)), 409);
  await problemIn(await api.get(`${services}/body-two`), 404);
});

test('a refusal is kept like any first answer', async () => {
  const key = newId();
  const wrong = { ...service('refused'), tier: 'urgent' };
  await problemIn(await api.post(services, wrong, withKey(key)), 422);
  const again = await api.post(services, wrong, withKey(key));
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.status).toBe(422);
});

test('ten requests at once with one key make one record, and none of the others is told anything untrue', async () => {
  const key = newId();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.post(services, service('at-once'), withKey(key))),
  );
  for (const answer of answers) expect([201, 409]).toContain(answer.status);
  expect(answers.filter((one) => one.status === 201 && !one.headers.get('idempotent-replayed'))).toHaveLength(1);
  expect((await api.post(services, service('at-once'), withKey(key))).status).toBe(201);
});

test('a key whose first request never ended stays taken, so that nothing is made twice', async () => {
  const key = newId();
  await api.post(services, service('died'), withKey(key));
  await database().idempotencyKey.updateMany({ where: { key }, data: { responseStatus: null, responseBody: null } });
  const waiting = await api.post(services, service('died'), withKey(key));
  expect(waiting.headers.get('retry-after')).toBe('1');
  expect((await problemIn(waiting, 409)).detail).toContain('still being answered');
});

test('a key is forgotten after 24 hours', async () => {
  const key = newId();
  await api.post(services, service('yesterday'), withKey(key));
  const old = new Date(Date.now() - 24 * 3_600_000 - 1000);
  await database().idempotencyKey.updateMany({ where: { key }, data: { createdAt: old } });
  await problemIn(await api.post(services, service('yesterday'), withKey(key)), 409);
  const next = await api.post(services, service('today'), withKey(newId()));
  expect(next.status).toBe(201);
});

test('keys of two tokens have nothing to do with each other', async () => {
  const key = newId();
  await api.post(services, service('first-token'), withKey(key));
  const second = restClient(await makeToken(tenant, 'editor'));
  expect((await second.post(services, service('second-token'), withKey(key))).status).toBe(201);
});

test.each(['', 'x'.repeat(201), 'has space'])('a key like %j is refused', async (key) => {
  const refused = await problemIn(await api.post(services, service('bad-key'), withKey(key)), 422);
  expect(refused.errors?.[0]?.path).toBe('Idempotency-Key');
});

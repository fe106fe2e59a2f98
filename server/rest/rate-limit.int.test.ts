import { expect, test } from 'vitest';
import { jsonIn, problemIn, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken } from '@/server/testing/tenant';

const few = { requestsPerMinute: 5, refusalsPerMinute: 5 };
// A clock minute may end in between, which gives the limit a second time, but not a third.
const enough = 11;

test('every answer tells the limit, what is left of it and when it starts again', async () => {
  const tenant = await makeTenant();
  const api = restClient(await makeToken(tenant, 'viewer'), { requestsPerMinute: 600, refusalsPerMinute: 60 });
  const good = await api.get(`/workspaces/${tenant.slug}/services`);
  expect(good.headers.get('ratelimit-policy')).toBe('"minute";q=600;w=60');
  expect(good.headers.get('ratelimit')).toMatch(/^"minute";r=599;t=\d{1,2}$/);
  expect(good.headers.get('ratelimit-limit')).toBe('600');
  expect(good.headers.get('ratelimit-remaining')).toBe('599');
  const refused = await api.get(`/workspaces/${tenant.slug}/services?nonsense=1`);
  expect([refused.status, Number(refused.headers.get('ratelimit-limit'))]).toEqual([422, 600]);
  const forbidden = await api.post(`/workspaces/${tenant.slug}/services`, {});
  expect([forbidden.status, Number(forbidden.headers.get('ratelimit-limit'))]).toEqual([403, 600]);
  const anonymous = await api.get(`/workspaces/${tenant.slug}/services`, { token: null });
  expect([anonymous.status, Number(anonymous.headers.get('ratelimit-limit'))]).toEqual([401, 60]);
});

test('a token past its limit is told when to come back, while another goes on', async () => {
  const tenant = await makeTenant();
  const api = restClient(await makeToken(tenant, 'viewer'), few);
  const path = `/workspaces/${tenant.slug}/services`;
  const answers = [];
  for (let at = 0; at < enough; at += 1) answers.push(await api.get(path));
  const limited = answers.find((one) => one.status === 429);
  if (!limited) throw new Error('was never limited');
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(limited.headers.get('ratelimit-remaining')).toBe('0');
  expect((await problemIn(limited, 429)).type).toBe('/docs/api#error-too-many-requests');
  expect((await api.get(path, { token: await makeToken(tenant, 'viewer') })).status).toBe(200);
});

test('what a token is refused for counts against it too', async () => {
  const tenant = await makeTenant();
  const api = restClient(await makeToken(tenant, 'viewer'), few);
  const statuses = [];
  for (let at = 0; at < enough; at += 1)
    statuses.push((await api.post(`/workspaces/${tenant.slug}/services`, {})).status);
  expect(statuses).toContain(429);
});

test('guessing tokens from one address ends in 429', async () => {
  const tenant = await makeTenant();
  const api = restClient('guess', few);
  const statuses = [];
  for (let at = 0; at < enough; at += 1)
    statuses.push((await api.get(`/workspaces/${tenant.slug}/services`, { token: `guess-${at}` })).status);
  expect(statuses).toContain(429);
  const token = await makeToken(tenant, 'viewer');
  expect(await jsonIn(await api.get(`/workspaces/${tenant.slug}/services`, { token }))).toMatchObject({ total: 0 });
});

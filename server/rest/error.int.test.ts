import { beforeAll, describe, expect, test } from 'vitest';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let other: Tenant;
let api: RestClient;
let services: string;

beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
  api = restClient(await makeToken(tenant, 'editor'));
  services = `/workspaces/${tenant.slug}/services`;
});

describe('the gate', () => {
  test('answers 401 with a challenge to no token, a malformed one, an unknown, a revoked and an expired one', async () => {
    const bad = [
      null,
      'unknown',
      await makeToken(tenant, 'owner', { revoked: true }),
      await makeToken(tenant, 'owner', { expiresAt: new Date(0) }),
    ];
    for (const token of bad) {
      const response = await api.get(services, { token });
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Paydown"');
      expect((await problemIn(response, 401)).type).toBe('/docs/api#error-unauthenticated');
    }
    const malformed = await problemIn(await api.get(services, { headers: { authorization: 'Basic YTpi' } }), 401);
    expect(malformed.detail).toContain('not a bearer token');
  });

  test('asks for the token before it looks at anything that was sent', async () => {
    await problemIn(await api.post(`${services}?nonsense=1`, '{', { token: null }), 401);
    await problemIn(await api.get('/workspaces/%00/services', { token: null }), 401);
  });

  test('answers 403 that names the permission when the role or the token’s own list lacks it', async () => {
    const viewer = await makeToken(tenant, 'viewer');
    const refused = await problemIn(
      await api.post(services, { key: 'x', name: 'X', tier: 'low' }, { token: viewer }),
      403,
    );
    expect(refused.detail).toContain('service:write');
    const narrow = await makeToken(tenant, 'owner', { permissions: ['debt:read'] });
    expect((await problemIn(await api.get(services, { token: narrow }), 403)).detail).toContain('service:read');
  });

  test('says 404 for another tenant’s workspace and for one that never was, in the same words', async () => {
    const theirs = await problemIn(await api.get(`/workspaces/${other.slug}/services`), 404);
    const nobodys = await problemIn(await api.get('/workspaces/never-was/services'), 404);
    expect(theirs.detail.replace(other.slug, 'X')).toBe(nobodys.detail.replace('never-was', 'X'));
    await problemIn(await api.get(`/workspaces/${'x'.repeat(5000)}/services`), 404);
    await problemIn(await api.get('/workspaces/a%00b/services'), 404);
  });

  test('finds another tenant’s record under no address of its own workspace', async () => {
    const theirs = restClient(await makeToken(other, 'editor'));
    await jsonIn(
      await theirs.post(`/workspaces/${other.slug}/services`, { key: 'theirs', name: 'Theirs', tier: 'low' }),
      201,
    );
    await problemIn(await api.get(`${services}/theirs`), 404);
    await problemIn(await api.patch(`${services}/theirs`, { name: 'Mine' }), 404);
    await problemIn(await api.delete(`${services}/theirs`), 404);
    await problemIn(await api.post(`${services}/theirs/restore`), 404);
  });
});

describe('an address', () => {
  test('that is unknown is a problem that says where the list of addresses is', async () => {
    const unknown = await problemIn(await api.get('/nothing'), 404);
    expect(unknown.detail).toContain('/api/v1/openapi.json');
    await problemIn(await api.get(''), 404);
  });

  test('without the method lists those it has, and OPTIONS does too', async () => {
    const response = await api.send('PUT', `${services}/checkout`, { body: {} });
    expect(response.headers.get('allow')).toBe('GET, PATCH, DELETE, HEAD');
    expect((await problemIn(response, 405)).detail).toBe('PUT is not possible here; GET, PATCH, DELETE, HEAD is.');
    const options = await api.send('OPTIONS', services);
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD']);
  });

  test('answers HEAD as GET without a body', async () => {
    const head = await api.send('HEAD', services);
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('refuses a parameter it does not know, and one given twice, by name', async () => {
    for (const name of ['colour', '__proto__', 'constructor']) {
      const unknown = await problemIn(await api.get(`${services}?${name}=1`), 422);
      expect(unknown.errors).toEqual([{ path: name, message: 'is not a known field' }]);
    }
    const twice = await problemIn(await api.get(`${services}?sort=name&sort=key`), 422);
    expect(twice.errors).toEqual([{ path: 'sort', message: 'was given 2 times; give it once.' }]);
  });
});

describe('a body', () => {
  test.each([
    ['{"key": "a",\n "name": }', 'line 2, column 10'],
    ['{"key": "a"', 'line 1, column 12'],
    ['', 'is empty'],
    ['nonsense', 'line 1, column'],
  ])('that is not JSON (%j) is refused with the place where it stops being so', async (text, message) => {
    const refused = await problemIn(await api.post(services, text), 422);
    expect(refused.errors?.[0]?.path).toBe('body');
    expect(refused.detail).toContain(message);
  });

  test('that is not an object is refused', async () => {
    for (const body of [[], 1, 'text', null, true])
      await problemIn(await api.post(services, JSON.stringify(body)), 422);
  });

  test('that is not UTF-8, compressed, of another type or in another charset is refused', async () => {
    const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
    const json = { 'content-type': 'application/json' };
    expect((await problemIn(await api.post(services, bytes, { headers: json }), 422)).detail).toContain('UTF-8');
    expect((await problemIn(await api.post(services, bytes), 415)).detail).toContain(
      'must be application/json; it is application/octet-stream',
    );
    await problemIn(await api.post(services, '{}', { headers: { 'content-encoding': 'gzip' } }), 415);
    await problemIn(
      await api.post(services, '{}', { headers: { 'content-type': 'application/json; charset=utf-16' } }),
      415,
    );
    await problemIn(await api.post(services, new ReadableStream({ start: (stream) => stream.close() })), 415);
  });

  test('over 1 MB is refused by the announced length, and while reading when none is announced', async () => {
    const announced = await api.post(services, '{}', { headers: { 'content-length': '1048577' } });
    expect((await problemIn(announced, 413)).detail).toContain('1 MB');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 1;
        stream.enqueue(new Uint8Array(65_536));
      },
    });
    await problemIn(await api.post(services, endless, { headers: { 'content-type': 'application/json' } }), 413);
    expect(sent).toBeLessThan(64);
  });

  test('has unknown fields refused by name, wherever they hide', async () => {
    for (const name of ['colour', '__proto__', 'constructor']) {
      const body = `{"key":"a","name":"A","tier":"low","${name}":{}}`;
      const refused = await problemIn(await api.post(services, body), 422);
      expect(refused.errors).toEqual([{ path: name, message: 'is not a known field' }]);
    }
    expect(
      (await problemIn(await api.patch(`${services}/x`, { version: 3, id: 'x', key: 'y' }), 422)).errors,
    ).toHaveLength(3);
  });
});

describe('a request id', () => {
  test('is the caller’s own when it is harmless, otherwise a new one', async () => {
    const mine = await api.get(services, { headers: { 'x-request-id': 'build-2026_11' } });
    expect(mine.headers.get('x-request-id')).toBe('build-2026_11');
    for (const bad of ['short', 'x'.repeat(65), 'a b c d e f g h', '<script>alert(1)</script>']) {
      const response = await api.get(services, { headers: { 'x-request-id': bad } });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

test('a key that is taken is a conflict that names it', async () => {
  await jsonIn(await api.post(services, { key: 'taken', name: 'First', tier: 'low' }), 201);
  const conflict = await problemIn(await api.post(services, { key: 'taken', name: 'Second', tier: 'low' }), 409);
  expect(conflict).toMatchObject({
    type: '/docs/api#error-conflict',
    errors: [{ path: 'key', message: 'is taken by First' }],
  });
  expect((await api.delete(`${services}/taken`)).status).toBe(204);
  const deleted = await problemIn(await api.post(services, { key: 'taken', name: 'Second', tier: 'low' }), 409);
  expect(deleted.detail).toContain('can be restored');
  expect(await jsonIn(await api.post(`${services}/taken/restore`))).toMatchObject({ key: 'taken', name: 'First' });
});

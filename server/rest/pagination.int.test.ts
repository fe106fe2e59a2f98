import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

const page = z.object({
  data: z.array(z.object({ key: z.string() })),
  nextCursor: z.string().nullable(),
  total: z.number(),
});

let tenant: Tenant;
let api: RestClient;
let services: string;

beforeAll(async () => {
  tenant = await makeTenant();
  api = restClient(await makeToken(tenant, 'editor'));
  services = `/workspaces/${tenant.slug}/services`;
  for (let at = 0; at < 7; at += 1) {
    const tier = at % 2 === 0 ? 'high' : 'low';
    await api.post(services, { key: `s-${at}`, name: at < 4 ? 'Same name' : `Name ${at}`, tier, external: at === 3 });
  }
});

async function list(query: string): Promise<z.infer<typeof page>> {
  return page.parse(await jsonIn(await api.get(`${services}?${query}`)));
}

test('pages put together are the list, in order, without a repeat', async () => {
  const whole = await list('sort=name,-key');
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const next: z.infer<typeof page> = await list(
      `sort=name,-key&limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    expect(next.total).toBe(7);
    keys.push(...next.data.map((one) => one.key));
    cursor = next.nextCursor;
  } while (cursor);
  expect(keys).toEqual(whole.data.map((one) => one.key));
  expect(keys).toEqual(['s-4', 's-5', 's-6', 's-3', 's-2', 's-1', 's-0']);
});

test('a repeated filter means any of its values, and total counts what the filters leave', async () => {
  expect((await list('tier=high')).total).toBe(4);
  expect((await list('tier=high&tier=low')).total).toBe(7);
  expect((await list('external=true&limit=1')).data.map((one) => one.key)).toEqual(['s-3']);
  expect(await list('q=same%20NAME&tier=low')).toMatchObject({ total: 2, nextCursor: null });
});

test('limit is a whole number from 1 to 200', async () => {
  for (const wrong of ['0', '201', '-1', '4.5', '5%20', '', 'ten', '1e2', '99999999999']) {
    const refused = await problemIn(await api.get(`${services}?limit=${wrong}`), 422);
    expect(refused.errors?.[0]?.message).toContain('a whole number from 1 to 200');
  }
  expect((await list('limit=1')).data).toHaveLength(1);
  expect((await list('limit=200')).data).toHaveLength(7);
});

test('a cursor works with the sort and filters it came with and with nothing else', async () => {
  const { nextCursor } = await list('limit=2&sort=-key&tier=high');
  const cursor = encodeURIComponent(nextCursor ?? '');
  expect((await list(`limit=2&sort=-key&tier=high&cursor=${cursor}`)).data.map((one) => one.key)).toEqual([
    's-2',
    's-0',
  ]);
  const tampered = encodeURIComponent((nextCursor ?? '').replace(/^./, (first) => (first === 'W' ? 'X' : 'W')));
  for (const query of [
    `sort=key&tier=high&cursor=${cursor}`,
    `sort=-key&cursor=${cursor}`,
    `sort=-key&tier=high&cursor=${tampered}`,
    'cursor=',
    'cursor=%00',
    'cursor=a.b',
    `cursor=${'x'.repeat(4001)}`,
  ]) {
    expect((await problemIn(await api.get(`${services}?${query}`), 422)).errors?.[0]?.path).toBe('cursor');
  }
});

test('sort takes the fields it lists, each once', async () => {
  for (const wrong of ['colour', 'name,name', '--name', 'name,', '', 'name;drop table', 'NAME']) {
    const refused = await problemIn(await api.get(`${services}?sort=${encodeURIComponent(wrong)}`), 422);
    expect(refused.errors?.[0]?.message).toContain('one or more of name, key, team');
  }
});

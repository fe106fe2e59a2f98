import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let api: RestClient;
let debts: string;

beforeAll(async () => {
  tenant = await makeTenant();
  api = restClient(await makeToken(tenant, 'editor'));
  debts = `/workspaces/${tenant.slug}/debts`;
  const factors = { impact: 5, likelihood: 4, velocityTax: 3 };
  await jsonIn(await api.post(debts, { title: 'Cheap to repay', ...factors, remediationCost: 5 }), 201);
  await jsonIn(await api.post(debts, { title: '=HYPERLINK("x")', ...factors, remediationCost: 1 }), 201);
  await jsonIn(await api.post(debts, { title: 'Done', state: 'resolved' }), 201);
});

test.each([
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
])('a viewer downloads %s as %s with a name to save it under', async (format, mediaType) => {
  const token = await makeToken(tenant, 'viewer');
  const response = await api.get(`${debts}/export?format=${format}&open=true`, { token });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(mediaType);
  expect(response.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="${tenant.slug}-backlog-.*\\.${format}"`),
  );
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
});

test('filters and order are the list’s, and a cell that a spreadsheet would run is guarded', async () => {
  const text = await (await api.get(`${debts}/export?format=csv&open=true&sort=score`)).text();
  expect(text.indexOf('HYPERLINK')).toBeLessThan(text.indexOf('Cheap to repay'));
  expect(text).not.toContain('Done');
  expect(text).not.toMatch(/(^|[,"])=HYPERLINK/m);
});

test('what is exported as CSV is imported again without a change', async () => {
  const file = new Uint8Array(await (await api.get(`${debts}/export?format=csv`)).arrayBuffer());
  const admin = await makeToken(tenant, 'admin');
  const headers = { 'content-type': 'text/csv' };
  const result = z.object({ created: z.number(), updated: z.number() });
  const again = await api.post(`${debts}/import?dryRun=true`, file, { headers, token: admin });
  expect(result.parse(await jsonIn(again))).toEqual({ created: 0, updated: 0 });
});

test('an unknown format, a missing one and a page of an export are refused by name', async () => {
  for (const [query, path] of [
    ['format=pdf', 'format'],
    ['', 'format'],
    ['format=csv&limit=5', 'limit'],
    ['format=csv&sort=colour', 'sort'],
  ]) {
    const refused = await problemIn(await api.get(`${debts}/export?${query}`), 422);
    expect(refused.errors?.map((one) => one.path)).toContain(path);
  }
});

test('a file is imported as CSV, as JSON and as a form, and what is wrong with each is said', async () => {
  const admin = restClient(await makeToken(tenant, 'admin'));
  const csv = await jsonIn(
    await admin.post(`${debts}/import?dryRun=true`, 'Title,Impact\nFrom CSV,5\n', {
      headers: { 'content-type': 'text/csv' },
    }),
  );
  const json = await jsonIn(
    await admin.post(`${debts}/import?dryRun=true`, [{ Title: 'From JSON, quoted "so"', Impact: 5 }]),
  );
  const form = new FormData();
  form.set('file', new File(['Title,Impact\nFrom a form,5\n'], 'debts.csv', { type: 'text/csv' }));
  const multipart = await jsonIn(await admin.post(`${debts}/import`, form));
  for (const result of [csv, json, multipart]) expect(result).toMatchObject({ rows: 1, created: 1, skipped: 0 });
  expect(await jsonIn(await admin.get(`${debts}?q=From`))).toMatchObject({
    total: 1,
    data: [{ title: 'From a form' }],
  });
  form.set('colour', 'red');
  expect((await problemIn(await admin.post(`${debts}/import`, form), 422)).errors?.[0]?.path).toBe('colour');
  const broken = { headers: { 'content-type': 'multipart/form-data; boundary=x' } };
  expect((await problemIn(await admin.post(`${debts}/import`, 'nonsense', broken), 422)).errors?.[0]?.path).toBe(
    'body',
  );
  expect(
    (await problemIn(await admin.post(`${debts}/import?mapping=nonsense`, [{ a: 1 }]), 422)).errors?.[0]?.path,
  ).toBe('mapping');
  expect((await problemIn(await admin.post(`${debts}/import`, [{ a: { b: 1 } }]), 422)).errors).toHaveLength(1);
  await problemIn(await admin.post(`${debts}/import`, 'x', { headers: { 'content-type': 'text/plain' } }), 415);
  const big = { headers: { 'content-type': 'text/csv', 'content-length': String(21 * 1024 * 1024) } };
  await problemIn(await admin.post(`${debts}/import`, 'x', big), 413);
});

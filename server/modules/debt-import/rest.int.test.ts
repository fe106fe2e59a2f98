import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { database } from '@/server/platform/db';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let api: RestClient;
let at: string;

beforeAll(async () => {
  tenant = await makeTenant();
  api = restClient(await makeToken(tenant, 'admin'));
  at = `/workspaces/${tenant.slug}/debts/import`;
});

test('objects that each have names of their own are refused, not made into a table of their square', async () => {
  const records = Array.from({ length: 20_000 }, (_, index) => ({ Title: 'One', [`name ${index}`]: 1 }));
  const refused = await problemIn(await api.post(at, records), 413);
  expect(refused.detail).toContain('20001');
});

test('an object without a field has nothing in it, whatever the name of the field', async () => {
  const records: object[] = [{ Title: 'With', constructor: 'x' }, { Title: 'Without' }];
  const result = z.object({ created: z.number() }).parse(await jsonIn(await api.post(at, records)));
  expect(result.created).toBe(2);
  const without = await database().debtSource.findFirst({
    where: { workspaceId: tenant.workspaceId, debt: { title: 'Without' } },
    select: { original: true },
  });
  expect(JSON.stringify(without)).not.toContain('function');
});

test.each(['Pr\u0000io', 'Pr\ud83dio'])('a mapping that names the column %j is refused by name', async (name) => {
  const mapping = encodeURIComponent(JSON.stringify({ [name]: 'impact' }));
  const file = { headers: { 'content-type': 'text/csv' }, body: 'Title,Pr io\nOne,2\n' };
  await problemIn(await api.send('POST', `${at}?mapping=${mapping}`, file), 422);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '@/server/platform/ids';
import { jsonIn, problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTeam, makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';
import type { Operation } from './operation';
import { operations } from './operations';

const longText = 'x'.repeat(1_000_000);
const nasty: [string, unknown][] = [
  ['zero', 0],
  ['six', 6],
  ['a half', 4.5],
  ['a number as text', '5 '],
  ['a negative', -1],
  ['a huge number', 1e308],
  ['null', null],
  ['true', true],
  ['an empty text', ''],
  ['spaces', '   '],
  ['1 MB', longText],
  ['NUL', 'a\u0000b'],
  ['an escape', 'a\u001b[31mb'],
  ['line breaks', 'a\nb\r\nc'],
  ['right to left', 'مرحبا \u202e abc'],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['half an emoji', 'a\ud83d'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a script', '<script>alert(1)</script>'],
  ['SQL', `'; DROP TABLE "Debt"; --`],
  ['SQL like', '%_\\'],
  ['a path', '../../etc/passwd'],
  ['a formula', '=HYPERLINK("http://x")'],
  ['an object', { $ne: 1 }],
  ['a list', ['a', 1, null]],
  ['__proto__', JSON.parse('{"__proto__": {"admin": true}}')],
  ['an unknown id', newId()],
  ['an unknown key', 'TD-999999'],
  ['a day that is none', '2026-02-30'],
  ['an instant', '2026-01-01T00:00:00Z'],
];

let tenant: Tenant;
let other: Tenant;
let api: RestClient;
/** What stands for each parameter of an address, by the noun before it. */
let records: Record<string, string>;

beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
  api = restClient(await makeToken(tenant, 'owner'));
  await makeTeam(tenant, 'payments');
  const at = `/workspaces/${tenant.slug}`;
  await jsonIn(await api.post(`${at}/services`, { key: 'checkout', name: 'Checkout', tier: 'high' }), 201);
  const debt = z.object({ key: z.string() }).parse(
    await jsonIn(
      await api.post(`${at}/debts`, {
        title: 'A debt',
        impact: 5,
        likelihood: 4,
        velocityTax: 3,
        remediationCost: 2,
      }),
      201,
    ),
  );
  const token = z
    .object({ id: z.string() })
    .parse(await jsonIn(await api.post(`${at}/tokens`, { name: 'Other', role: 'viewer' }), 201));
  await jsonIn(await api.post(`${at}/registers`, { slug: 'core', name: 'Core' }), 201);
  const decision = z
    .object({ id: z.string() })
    .parse(await jsonIn(await api.post(`${at}/registers/core/decisions`, { title: 'A decision', body: 'Text.' }), 201));
  const thread = z
    .object({ id: z.string() })
    .parse(await jsonIn(await api.post(`${at}/threads`, { subject: `decision:${decision.id}`, body: 'Why?' }), 201));
  records = {
    registers: 'core',
    decisions: decision.id,
    revisions: '1',
    threads: thread.id,
    services: 'checkout',
    teams: 'payments',
    debts: debt.key,
    members: tenant.people.viewer.memberId,
    tokens: token.id,
  };
});

/** The address of the operation; `last` stands for the last of its parameters. */
function addressOf(operation: Operation, slug = tenant.slug, last?: string): string {
  const path = operation.path.replace('{workspace}', slug);
  const parameters = [...path.matchAll(/\/([a-z]+)\/\{[a-z]+\}/g)];
  return parameters.reduce((address, [part, noun = ''], index) => {
    const value = last !== undefined && index === parameters.length - 1 ? last : (records[noun] ?? '');
    return address.replace(part, `/${noun}/${value}`);
  }, path);
}

function bodySchema(operation: Operation): z.ZodObject | null {
  const schema = operation.body?.content['application/json']?.schema;
  return schema instanceof z.ZodObject ? schema : null;
}

/** The documented example, cut down to what is required, so that one wrong value is all that is wrong. */
function exampleBody(operation: Operation): Record<string, unknown> {
  const example = z.record(z.string(), z.unknown()).parse(operation.body?.content['application/json']?.example);
  const shape: Record<string, unknown> = bodySchema(operation)?.shape ?? {};
  const optional = (name: string) => shape[name] instanceof z.ZodOptional || shape[name] instanceof z.ZodDefault;
  return Object.fromEntries(Object.entries(example).filter(([name]) => !optional(name)));
}

/** Anything but a 5xx; where the input is refused, the refusal names what was wrong. */
async function expectClearAnswer(response: Response, named: string): Promise<void> {
  const text = await response.clone().text();
  expect({ status: response.status < 500, text: text.slice(0, 500) }).toMatchObject({ status: true });
  if (response.status !== 422) return;
  const refused = await problemIn(response, 422);
  const paths = refused.errors?.map((one) => one.path) ?? [];
  expect(paths.length).toBeGreaterThan(0);
  // A factor that is emptied is a good value that asks for a reason.
  const expected = paths.includes('reason') ? 'reason' : named;
  expect(paths.map((path) => path.split('.')[0])).toContain(expected);
  expect(text.length).toBeLessThan(20_000);
}

function requiredQuery(operation: Operation): Record<string, string> {
  if (operation.operationId === 'listThreads') return { subject: `decision:${records.decisions}` };
  if (operation.operationId === 'diffDecisionRevisions') return { from: '1', to: '1' };
  return operation.operationId === 'exportDebts' ? { format: 'json' } : {};
}

const withBody = operations.filter((operation) => bodySchema(operation) !== null);

describe.each(withBody.map((operation) => [operation.operationId, operation] as const))('%s', (_id, operation) => {
  test('answers every wrong value of every field with a 4xx that names it, or takes it, and never breaks', async () => {
    const schema = bodySchema(operation);
    for (const field of Object.keys(schema?.shape ?? {})) {
      for (const [, value] of nasty) {
        const body = JSON.stringify({ ...exampleBody(operation), [field]: value });
        const response = await api.send(operation.method.toUpperCase(), addressOf(operation), { body });
        await expectClearAnswer(response, field);
      }
    }
  });

  test('refuses an unknown field by its name', async () => {
    const body = { ...exampleBody(operation), colour: 'red', workspaceId: other.workspaceId };
    const refused = await problemIn(
      await api.send(operation.method.toUpperCase(), addressOf(operation), { body }),
      422,
    );
    expect(refused.errors?.map((one) => one.path)).toEqual(expect.arrayContaining(['colour', 'workspaceId']));
  });
});

describe.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', (_id, operation) => {
  test('answers every wrong value of every parameter with a 4xx, or takes it, and never breaks', async () => {
    const method = operation.method === 'get' ? 'GET' : 'OPTIONS';
    for (const name of [...Object.keys(operation.query.shape), 'colour', '__proto__']) {
      for (const [, value] of nasty) {
        const text = typeof value === 'string' ? value.slice(0, 8000) : JSON.stringify(value).slice(0, 8000);
        const query = new URLSearchParams({ ...requiredQuery(operation), [name]: text.toWellFormed() });
        await expectClearAnswer(await api.send(method, `${addressOf(operation)}?${query}`), name);
      }
    }
  });

  test('finds nothing under a key that cannot be, and never breaks on one', async () => {
    if (addressOf(operation, tenant.slug, 'x') === addressOf(operation)) return;
    for (const [, value] of nasty) {
      const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4000).toWellFormed();
      // Some of the values are good keys, under which the test before may have made something.
      if (/^[a-z0-9-]+$/.test(text)) continue;
      const path = addressOf(operation, tenant.slug, encodeURIComponent(text) || '%20');
      const options = operation.body ? { body: exampleBody(operation) } : {};
      const response = await api.send(operation.method.toUpperCase(), path, options);
      expect([404, 405, 415, 422]).toContain(response.status);
    }
  });

  test('does not exist in another tenant’s workspace', async () => {
    const options = operation.body ? { body: operation.body.content['application/json']?.example ?? {} } : {};
    await problemIn(await api.send(operation.method.toUpperCase(), addressOf(operation, other.slug), options), 404);
  });
});

test('another tenant’s ids and keys in a body are refused as if they did not exist', async () => {
  const theirs = restClient(await makeToken(other, 'owner'));
  await theirs.post(`/workspaces/${other.slug}/services`, { key: 'theirs', name: 'Theirs', tier: 'low' });
  await theirs.post(`/workspaces/${other.slug}/teams`, { key: 'their-team', name: 'Their team' });
  const at = `/workspaces/${tenant.slug}`;
  const tries: [string, string, unknown][] = [
    [`${at}/debts`, 'services', ['theirs']],
    [`${at}/debts`, 'team', 'their-team'],
    [`${at}/debts`, 'owner', other.people.editor.memberId],
    [`${at}/debts`, 'owner', other.people.editor.email],
    [`${at}/services`, 'team', 'their-team'],
    [`${at}/teams`, 'members', [other.people.editor.memberId]],
  ];
  for (const [path, field, value] of tries) {
    const base = path.endsWith('/debts')
      ? { title: 'x' }
      : path.endsWith('/teams')
        ? { key: 'fresh', name: 'x' }
        : { key: 'fresh', name: 'x', tier: 'low' };
    const refused = await problemIn(await api.post(path, { ...base, [field]: value }), 422);
    expect(refused.errors?.[0]?.path).toBe(field);
  }
});

test('a body nested half a million levels deep is refused', async () => {
  const body = `{"title": ${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
  const refused = await problemIn(await api.post(`/workspaces/${tenant.slug}/debts`, body), 422);
  expect(refused.detail).toBe('body: is nested more than 32 levels deep.');
});

test('text that is harmless to store comes back as it was sent', async () => {
  const at = `/workspaces/${tenant.slug}/debts`;
  for (const title of [
    'مرحبا بالعالم',
    '👩‍👩‍👧‍👦 e\u0301',
    '<script>alert(1)</script>',
    `'; DROP TABLE "Debt"; --`,
    '=1+1',
  ]) {
    expect(await jsonIn(await api.post(at, { title }), 201)).toMatchObject({ title });
  }
});

import { beforeAll, describe, expect, test } from 'vitest';
import { problemIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let client: RestClient;
let base: string;

beforeAll(async () => {
  tenant = await makeTenant();
  client = restClient(await makeToken(tenant, 'admin'));
  base = `/workspaces/${tenant.slug}/registers`;
  const made = await client.post(base, { slug: 'core', name: 'Core', template: 'nygard' });
  expect(made.status).toBe(201);
  await client.post(`/workspaces/${tenant.slug}/services`, { key: 'checkout', name: 'Checkout', tier: 'critical' });
});

type Json = Record<string, unknown> & { id: string };
async function body(response: Response): Promise<Json> {
  return JSON.parse(await response.text());
}

async function create(fields: Record<string, unknown> = {}): Promise<Json> {
  const response = await client.post(`${base}/core/decisions`, { title: 'Use Postgres', body: 'Text.', ...fields });
  expect(response.status).toBe(201);
  return body(response);
}

const at = (id: string) => `${base}/core/decisions/${id}`;
const move = (id: string, to: string, rest: Record<string, unknown> = {}) =>
  client.post(`${at(id)}/transitions`, { to, ...rest });

async function accepted(title: string): Promise<Json> {
  const { id } = await create({ title, status: 'proposed' });
  return body(await move(id, 'accepted'));
}

describe('registers over REST', () => {
  test('are made, read, listed, changed, deleted and restored with their ETags', async () => {
    const made = await client.post(base, { slug: 'rest', name: 'Rest' });
    expect(made.headers.get('location')).toContain(`${base}/rest`);
    expect(await body(made)).toMatchObject({ slug: 'rest', template: 'minimal', approvalsRequired: 0, decisions: 0 });
    const etag = (await client.get(`${base}/rest`)).headers.get('etag') ?? '';
    const changed = await client.patch(`${base}/rest`, { approvalsRequired: 2 }, { headers: { 'if-match': etag } });
    expect(await body(changed)).toMatchObject({ approvalsRequired: 2, version: 2 });
    const late = await client.patch(`${base}/rest`, { name: 'Late' }, { headers: { 'if-match': etag } });
    await problemIn(late, 412);
    const list = await body(await client.get(`${base}?limit=1`));
    expect(list).toMatchObject({ total: 2, data: [{ slug: 'core' }] });
    expect(await body(await client.get(`${base}?limit=1&cursor=${list.nextCursor}`))).toMatchObject({
      data: [{ slug: 'rest' }],
      nextCursor: null,
    });
    expect((await client.delete(`${base}/rest`)).status).toBe(204);
    await problemIn(await client.get(`${base}/rest`), 404);
    expect((await client.post(`${base}/rest/restore`)).status).toBe(200);
  });

  test('refuse unknown fields by name', async () => {
    const problem = await problemIn(await client.post(base, { slug: 'x', name: 'X', colour: 'red' }), 422);
    expect(JSON.stringify(problem.errors)).toContain('colour');
  });
});

describe('decisions over REST', () => {
  test('have the fields of the contract, and begin with the template of the register without a body', async () => {
    const response = await client.post(`${base}/core/decisions`, {
      title: 'Everything',
      productSentence: 'Pages load.',
      deciders: ['Mira'],
      consulted: ['Ben'],
      informed: ['All'],
      tags: ['Web'],
      services: ['checkout'],
      triggers: ['newTechnology'],
      revisitOn: '2030-01-31',
    });
    const decision = await body(response);
    expect(response.headers.get('location')).toContain(at(decision.id));
    expect(decision).toMatchObject({
      number: null,
      title: 'Everything',
      status: 'draft',
      rawStatus: '',
      date: null,
      deciders: ['Mira'],
      consulted: ['Ben'],
      informed: ['All'],
      tags: ['web'],
      services: ['checkout'],
      triggers: ['newTechnology'],
      revisitOn: '2030-01-31',
      relations: [],
      productSentence: 'Pages load.',
      sourcePath: null,
    });
    expect(decision.body).toContain('## Consequences');
    expect(await body(await client.get(at(decision.id)))).toEqual(decision);
  });

  test('come in one piece with number, day, relations and debts, or not at all', async () => {
    const debts = `/workspaces/${tenant.slug}/debts`;
    const { key } = await body(await client.post(debts, { title: 'Two copies' }));
    const other = await accepted('Rested on');
    const fields = { status: 'proposed', number: 41, date: '2020-02-29', debts: [{ key, kind: 'incurs' }] };
    const relations = [{ type: 'dependsOn', target: other.id }];
    const made = await create({ title: 'In one', ...fields, relations });
    expect(made).toMatchObject({ ...fields, relations: [{ ...relations[0], title: 'Rested on', partial: false }] });
    expect((await body(await client.get(at(other.id)))).relations).toMatchObject([
      { type: 'requiredBy', target: made.id },
    ]);
    const count = async () => (await body(await client.get(`${base}/core/decisions`))).total;
    const before = await count();
    const taken = await client.post(`${base}/core/decisions`, { title: 'Taken', number: 41 });
    await problemIn(taken, 409);
    const nowhere = { title: 'Nowhere', relations: [{ type: 'amends', target: tenant.workspaceId }] };
    await problemIn(await client.post(`${base}/core/decisions`, nowhere), 404);
    expect(await count()).toBe(before);
    expect((await body(await move(made.id, 'accepted'))).number).toBe(41);
    expect((await accepted('Next')).number).toBe(42);
  });

  test('are changed field by field; a changed text is a new revision', async () => {
    const { id } = await create({ status: 'proposed' });
    const first = await client.get(at(id));
    const etag = first.headers.get('etag') ?? '';
    const change = { body: 'Other.', note: 'Why', tags: ['a'] };
    const changed = await client.patch(at(id), change, { headers: { 'if-match': etag } });
    expect(await body(changed)).toMatchObject({ body: 'Other.', tags: ['a'], revision: 2, title: 'Use Postgres' });
    await problemIn(await client.patch(at(id), { body: 'Late.' }, { headers: { 'if-match': etag } }), 412);
    const unmodified = await client.get(at(id), { headers: { 'if-none-match': changed.headers.get('etag') ?? '' } });
    expect(unmodified.status).toBe(304);
    const revisions = await body(await client.get(`${at(id)}/revisions`));
    expect(revisions).toMatchObject({
      total: 2,
      data: [{ number: 2, note: 'Why', added: 1, removed: 1 }, { number: 1 }],
    });
    expect(await body(await client.get(`${at(id)}/revisions/1`))).toMatchObject({ number: 1, body: 'Text.' });
    const difference = await body(await client.get(`${at(id)}/revisions/difference?from=1&to=2`));
    expect(difference).toMatchObject({ from: 1, to: 2, sections: [{ state: 'changed' }] });
    await problemIn(await client.get(`${at(id)}/revisions/99999999999`), 404);
  });

  test('replace their relations and debts as a whole', async () => {
    const [a, b] = [await create({ title: 'A' }), await create({ title: 'B' })];
    const { id } = await create({ relations: [{ type: 'relates', target: a.id }] });
    const patched = await client.patch(at(id), { relations: [{ type: 'dependsOn', target: b.id, note: 'queue' }] });
    expect(await body(patched)).toMatchObject({ relations: [{ type: 'dependsOn', target: b.id, note: 'queue' }] });
    expect((await body(await client.get(at(a.id)))).relations).toEqual([]);
    const { id: mutual } = await create({ relations: [{ type: 'relates', target: id }] });
    const again = await client.patch(at(id), { relations: [{ type: 'relates', target: mutual }] });
    expect((await body(again)).relations).toHaveLength(1);
    await client.patch(at(id), { relations: [{ type: 'dependsOn', target: b.id }] });
    const circle = await client.patch(at(b.id), { relations: [{ type: 'dependsOn', target: id }] });
    await problemIn(circle, 409);
    const emptied = await body(await client.patch(at(id), { relations: [] }));
    expect(emptied.relations).toMatchObject([{ type: 'relates', target: mutual }]);
  });

  test('are listed with filters, searched, sorted and paged', async () => {
    const register = `${base}/listed/decisions`;
    await client.post(base, { slug: 'listed', name: 'Listed' });
    for (const title of ['Alpha zebra', 'Beta', 'Gamma']) await client.post(register, { title, tags: [title[0]] });
    const titles = async (query: string) => {
      const { data } = await body(await client.get(`${register}?${query}`));
      return Array.isArray(data) ? data.map((one: { title: string }) => one.title) : data;
    };
    expect(await titles('sort=-title')).toEqual(['Gamma', 'Beta', 'Alpha zebra']);
    expect(await titles('q=zebra')).toEqual(['Alpha zebra']);
    expect(await titles('tag=b&tag=g&sort=title')).toEqual(['Beta', 'Gamma']);
    expect(await titles('status=accepted')).toEqual([]);
    const page = await body(await client.get(`${register}?sort=title&limit=2`));
    expect(page).toMatchObject({ total: 3 });
    expect(await titles(`sort=title&limit=2&cursor=${page.nextCursor}`)).toEqual(['Gamma']);
    await problemIn(await client.get(`${register}?status=done`), 422);
    await problemIn(await client.get(`${base}/no-such/decisions`), 404);
  });

  test('that were deleted are not found until they are restored', async () => {
    const { id } = await create();
    expect((await client.delete(at(id))).status).toBe(204);
    await problemIn(await client.get(at(id)), 404);
    await problemIn(await client.patch(at(id), { title: 'No' }), 404);
    await problemIn(await move(id, 'proposed'), 404);
    expect((await client.post(`${at(id)}/restore`)).status).toBe(200);
    expect((await client.get(at(id))).status).toBe(200);
  });

  test('of another register or another tenant are not found', async () => {
    const { id } = await create();
    await client.post(base, { slug: 'elsewhere', name: 'Elsewhere' });
    await problemIn(await client.get(`${base}/elsewhere/decisions/${id}`), 404);
    const other = await makeTenant();
    const theirs = restClient(await makeToken(other, 'owner'));
    await theirs.post(`/workspaces/${other.slug}/registers`, { slug: 'core', name: 'Core' });
    await problemIn(await theirs.get(`/workspaces/${other.slug}/registers/core/decisions/${id}`), 404);
    await problemIn(await client.get(at('not-an-id')), 404);
  });

  test('sent twice with one Idempotency-Key are one', async () => {
    const send = () =>
      client.post(`${base}/core/decisions`, { title: 'Once' }, { headers: { 'idempotency-key': 'decision-once' } });
    const [first, second] = [await body(await send()), await body(await send())];
    expect(second.id).toBe(first.id);
  });

  test.each([
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['a title with a control character', { title: 'a\u0000b' }],
    ['a day that is not', { title: 'x', revisitOn: '2026-02-30' }],
    ['a status to go into force with', { title: 'x', status: 'accepted' }],
    ['a number no column holds', { title: 'x', number: 2 ** 31 }],
    ['tags as a text', { title: 'x', tags: 'storage' }],
    ['a field that is read only', { title: 'x', sourcePath: 'a.md' }],
  ])('with %s are refused with the field', async (_, fields) => {
    const response = await client.post(`${base}/core/decisions`, fields);
    expect((await problemIn(response, 422)).errors?.length).toBeGreaterThan(0);
  });
});

describe('the decisions of a debt over REST', () => {
  test('are read and written by id; a link that is there keeps what it says', async () => {
    const debts = `/workspaces/${tenant.slug}/debts`;
    const [a, b] = [await create({ title: 'Takes it on' }), await create({ title: 'Pays it back' })];
    const made = await body(await client.post(debts, { title: 'Linked', decisions: [a.id] }));
    expect(made.decisions).toEqual([a.id]);
    await client.patch(at(b.id), { debts: [{ key: made.key, kind: 'resolves' }] });
    const patched = await body(await client.patch(`${debts}/${made.key}`, { decisions: [b.id] }));
    expect(patched.decisions).toEqual([b.id]);
    expect((await body(await client.get(at(b.id)))).debts).toEqual([{ key: made.key, kind: 'resolves' }]);
    expect((await body(await client.get(at(a.id)))).debts).toEqual([]);
    await client.delete(at(b.id));
    expect((await body(await client.get(`${debts}/${made.key}`))).decisions).toEqual([]);
  });

  test('that are not here are refused, and nothing is saved', async () => {
    const debts = `/workspaces/${tenant.slug}/debts`;
    const response = await client.post(debts, { title: 'Unsaved debt', decisions: [tenant.workspaceId] });
    expect((await problemIn(response, 422)).errors).toMatchObject([{ path: 'decisions' }]);
    expect((await body(await client.get(`${debts}?q=Unsaved`))).total).toBe(0);
  });
});

describe('transitions over REST', () => {
  test('that are refused are 409 with the allowed ones', async () => {
    const { id } = await create();
    const problem = await problemIn(await move(id, 'accepted'), 409);
    expect(problem.details).toMatchObject({ allowed: ['proposed'] });
    await problemIn(await move(id, 'done'), 422);
    await move(id, 'proposed');
    await problemIn(await move(id, 'rejected'), 422);
    expect(await body(await move(id, 'rejected', { reason: 'Too dear' }))).toMatchObject({ status: 'rejected' });
  });

  test.each<[string, (id: string) => unknown, string]>([
    ['an id', (id) => id, 'superseded'],
    ['a list of ids', (id) => [id], 'superseded'],
    ['a list of parts', (id) => [{ target: id, partial: true }], 'accepted'],
  ])('to accepted supersede what is named as %s', async (_, named, status) => {
    const old = await accepted('Old');
    const { id } = await create({ title: 'New', status: 'proposed' });
    const now = await body(await move(id, 'accepted', { supersedes: named(old.id) }));
    expect(now.relations).toMatchObject([{ type: 'supersedes', target: old.id, partial: status === 'accepted' }]);
    const before = await body(await client.get(at(old.id)));
    expect(before).toMatchObject({ status, relations: [{ type: 'supersededBy', target: id }] });
  });

  test('have a successor, a reaffirmation and a met condition beside them', async () => {
    const old = await accepted('Comes back');
    const draft = await client.post(`${at(old.id)}/successors`, {});
    expect(draft.status).toBe(201);
    await client.patch(at(old.id), { revisitCondition: 'More load' });
    const met = await body(await client.post(`${at(old.id)}/condition-met`, { reason: 'It is' }));
    expect(met.due).toBe('conditionMet');
    const held = { reason: 'Still fine', revisitOn: '2199-01-01' };
    expect(await body(await client.post(`${at(old.id)}/reaffirmations`, held))).toMatchObject({
      due: null,
      revisitOn: '2199-01-01',
    });
  });

  test('need the right to write', async () => {
    const { id } = await create();
    const viewer = restClient(await makeToken(tenant, 'commenter'));
    await problemIn(await viewer.post(`${at(id)}/transitions`, { to: 'proposed' }), 403);
  });
});

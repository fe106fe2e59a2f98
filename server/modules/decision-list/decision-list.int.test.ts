import { expect, test } from 'vitest';
import { Prisma } from '@/generated/prisma/client';
import type { Role } from '@/server/access/permissions';
import { scopeForSession } from '@/server/access/scope';
import { dueOn } from '@/server/domain/decision/due';
import { decisionStatuses } from '@/server/domain/decision/status';
import { searchTerms } from '@/server/domain/search/terms';
import { dayMs, fromNow, now, today } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { preferIndexes } from '@/server/platform/full-text';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { pageStatement } from './repo';

type Given = Partial<Omit<Prisma.DecisionCreateManyInput, 'workspaceId' | 'id'>> & { title: string };

async function makeRegister(tenant: Tenant, slug: string, approvalsRequired = 0): Promise<string> {
  const { workspaceId } = tenant;
  const [id, at] = [newId(), now()];
  const times = { createdAt: at, updatedAt: at };
  await database().register.create({
    data: { workspaceId, id, slug, name: `The ${slug}`, template: 'minimal', approvalsRequired, ...times },
  });
  return id;
}

async function add(tenant: Tenant, registerId: string, given: Given[]): Promise<string[]> {
  const at = now();
  const rows = given.map((one) => ({
    workspaceId: tenant.workspaceId,
    id: newId(),
    registerId,
    body: '',
    statusChangedAt: at,
    createdAt: at,
    updatedAt: at,
    ...one,
  }));
  await database().decision.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

const scopeOf = (tenant: Tenant, role: Role = 'owner') =>
  scopeForSession({
    slug: tenant.slug,
    userId: tenant.people[role].userId,
    permission: 'decision:read',
    requestId: 'test',
  });

async function titles(tenant: Tenant, filters: object, sort?: string): Promise<string[]> {
  const { data, total } = await callerFor(tenant.people.viewer).decisionList.list({
    workspace: tenant.slug,
    filters,
    ...(sort ? { sort } : {}),
  });
  expect(total).toBe(data.length);
  return data.map(({ title }) => title);
}

test('a search finds inflected and unfinished words, ranks titles first, and marks what it found', async () => {
  const tenant = await makeTenant();
  const register = await makeRegister(tenant, 'platform');
  const old = fromNow(-400 * dayMs);
  await add(tenant, register, [
    { title: 'Retry storms', body: 'The **caching** layer hides outages of the tax API.' },
    { title: 'Cache tax rates for 24 hours', body: 'Rates change a few times a month.', statusChangedAt: old },
    { title: 'Print labels', body: 'Nothing about it.', tags: ['cache'] },
    { title: 'Unrelated', body: 'Something else.' },
  ]);
  expect(await titles(tenant, { q: 'caches' })).toEqual([
    'Cache tax rates for 24 hours',
    'Print labels',
    'Retry storms',
  ]);
  expect(await titles(tenant, { q: 'tax cach' })).toEqual(['Cache tax rates for 24 hours', 'Retry storms']);
  expect(await titles(tenant, { q: '"tax rates"' })).toEqual(['Cache tax rates for 24 hours']);
  expect(await titles(tenant, { q: 'cache -tax' })).toEqual(['Print labels']);
  expect(await titles(tenant, { q: 'nowhere' })).toEqual([]);
  const { data } = await callerFor(tenant.people.viewer).decisionList.list({
    workspace: tenant.slug,
    filters: { q: 'caches tax api' },
  });
  expect(data[0]?.excerpt).toEqual([
    { text: 'caching', hit: true },
    { text: ' layer hides outages of the ', hit: false },
    { text: 'tax', hit: true },
    { text: ' ', hit: false },
    { text: 'API', hit: true },
  ]);
});

test('a search finds a record by its number and by its file name, the exact number first', async () => {
  const tenant = await makeTenant();
  const register = await makeRegister(tenant, 'storefront');
  await add(tenant, register, [
    { title: 'Wait 12 seconds', body: '12 12 12' },
    { title: 'Use Postgres', number: 12, sourcePath: 'docs/adr/0012-use-postgres.md' },
    { title: 'Use Redis', number: 120, sourcePath: 'docs/adr/0120-use-redis.md' },
  ]);
  expect(await titles(tenant, { q: '12' })).toEqual(['Use Postgres', 'Wait 12 seconds']);
  expect(await titles(tenant, { q: 'ADR-0012' })).toEqual(['Use Postgres']);
  expect(await titles(tenant, { q: '0120-use-redis.md' })).toEqual(['Use Redis']);
  expect(await titles(tenant, { q: 'docs/adr/' }, 'title')).toEqual(['Use Postgres', 'Use Redis']);
});

test('pages of any order join without a gap or a repeat, and a cursor holds for its own view only', async () => {
  const tenant = await makeTenant();
  const register = await makeRegister(tenant, 'pages');
  const { memberId } = tenant.people.editor;
  await add(
    tenant,
    register,
    Array.from({ length: 23 }, (_, index) => ({
      title: `Cache number ${index % 5}`,
      body: 'cache '.repeat(1 + (index % 3)),
      number: index % 4 === 0 ? null : index % 7,
      status: decisionStatuses[index % 7] ?? 'draft',
      ownerId: index % 2 ? memberId : null,
      revisitOn: index % 3 ? null : new Date('2027-01-01'),
      statusChangedAt: fromNow(-(index % 6) * dayMs),
    })),
  );
  const caller = callerFor(tenant.people.viewer);
  const orders = [
    'since',
    '-number',
    'title,-number',
    'status',
    '-owner',
    'revisit',
    'created',
    '-updated',
    'relevance',
  ];
  for (const sort of orders) {
    const view = { workspace: tenant.slug, filters: { q: 'cache' }, sort, limit: 5 };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof caller.decisionList.list>> = await caller.decisionList.list({
        ...view,
        cursor,
      });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size, sort).toBe(23);
    expect(seen.length, sort).toBe(23);
  }
  const first = await caller.decisionList.list({ workspace: tenant.slug, limit: 5 });
  await expect(
    caller.decisionList.list({ workspace: tenant.slug, filters: { q: 'cache' }, limit: 5, cursor: first.nextCursor }),
  ).rejects.toThrow('another sort or filter');
});

test('what is due in a list is what the rule says is due, in every status and on either side of the day', async () => {
  const tenant = await makeTenant();
  const register = await makeRegister(tenant, 'due');
  const days = [null, new Date(fromNow(-dayMs)), new Date(today()), fromNow(2 * dayMs)];
  const given = decisionStatuses.flatMap((status) =>
    days.flatMap((revisitOn) =>
      days.flatMap((expiresOn) =>
        [null, fromNow(-3 * dayMs)].map((conditionMetAt) => ({
          title: 'x',
          status,
          revisitOn,
          expiresOn,
          conditionMetAt,
        })),
      ),
    ),
  );
  await add(tenant, register, given);
  const stored = await database().decision.findMany({ where: { workspaceId: tenant.workspaceId } });
  const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const expected = stored.flatMap(({ id, status, conditionMetAt, expiresOn, revisitOn }) => {
    const due = dueOn(
      { status, conditionMetOn: dayOf(conditionMetAt), expiresOn: dayOf(expiresOn), revisitOn: dayOf(revisitOn) },
      today(),
    );
    return due ? [{ id, reason: due.reason, overdueDays: due.overdueDays }] : [];
  });
  const caller = callerFor(tenant.people.viewer);
  const [due, listed, others, summary] = [
    await caller.decisionList.due({ workspace: tenant.slug }),
    await caller.decisionList.list({ workspace: tenant.slug, filters: { due: true }, limit: 200 }),
    await caller.decisionList.list({ workspace: tenant.slug, filters: { due: false }, limit: 1 }),
    await caller.decisionList.summary({ workspace: tenant.slug }),
  ];
  const byId = <Item extends { id: string }>(items: Item[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(expected.length).toBeGreaterThan(20);
  expect(byId(due.map(({ id, due: reason, overdueDays }) => ({ id, reason, overdueDays })))).toEqual(byId(expected));
  expect(byId(listed.data.map(({ id, due: reason }) => ({ id, reason })))).toEqual(
    byId(expected.map(({ id, reason }) => ({ id, reason }))),
  );
  expect(others.total).toBe(given.length - expected.length);
  expect(summary).toMatchObject({ total: given.length, due: expected.length, registers: 1 });
  expect(due.map(({ overdueDays }) => overdueDays)).toEqual(
    due.map(({ overdueDays }) => overdueDays).toSorted((a, b) => b - a),
  );
});

test('each facet counts under the filters of the others and never under its own', async () => {
  const tenant = await makeTenant();
  const { workspaceId } = tenant;
  const [shop, data] = [await makeRegister(tenant, 'shop'), await makeRegister(tenant, 'data')];
  const at = now();
  const serviceId = newId();
  await database().service.create({
    data: { workspaceId, id: serviceId, key: 'checkout', name: 'Checkout', tier: 'high', createdAt: at, updatedAt: at },
  });
  const [first] = await add(tenant, shop, [
    { title: 'A', status: 'accepted', tags: ['web', 'api'], ownerId: tenant.people.editor.memberId },
    { title: 'B', status: 'draft', tags: ['web'], statusChangedAt: fromNow(-100 * dayMs) },
  ]);
  await add(tenant, data, [{ title: 'C', status: 'accepted', tags: ['api'], statusChangedAt: fromNow(-800 * dayMs) }]);
  await database().decisionService.create({ data: { workspaceId, decisionId: first ?? '', serviceId } });
  const caller = callerFor(tenant.people.viewer);
  const facets = await caller.decisionList.facets({
    workspace: tenant.slug,
    filters: { status: ['accepted'], register: ['shop'] },
  });
  expect(facets).toEqual({
    register: [
      { value: 'data', label: 'The data', count: 1 },
      { value: 'shop', label: 'The shop', count: 1 },
    ],
    status: [
      { value: 'accepted', label: 'accepted', count: 1 },
      { value: 'draft', label: 'draft', count: 1 },
    ],
    tag: [
      { value: 'api', label: 'api', count: 1 },
      { value: 'web', label: 'web', count: 1 },
    ],
    service: [{ value: 'checkout', label: 'Checkout', count: 1 }],
    owner: [{ value: tenant.people.editor.memberId, label: 'Editor Person', count: 1 }],
    age: [{ value: 'month', label: 'month', count: 1 }],
  });
  expect(await titles(tenant, { tag: ['web'], service: ['checkout'], age: ['month'] })).toEqual(['A']);
  expect(await titles(tenant, { owner: ['none'] }, 'title')).toEqual(['B', 'C']);
});

test('a row tells open threads, approvals of its own revision and the successor; who is asked sees what waits', async () => {
  const tenant = await makeTenant();
  const { workspaceId, people } = tenant;
  const register = await makeRegister(tenant, 'rows', 2);
  const [asked = '', replaced = '', successor = '', partial = ''] = await add(tenant, register, [
    { title: 'Asked', status: 'proposed', revision: 2 },
    { title: 'Replaced', status: 'superseded', number: 1 },
    { title: 'Successor', status: 'accepted', number: 2 },
    { title: 'In part', status: 'accepted', number: 3 },
  ]);
  const at = now();
  const base = { workspaceId, createdById: null, createdAt: at };
  await database().decisionRelation.createMany({
    data: [
      { ...base, id: newId(), fromId: successor, toId: replaced, type: 'supersedes' },
      {
        ...base,
        id: newId(),
        fromId: partial,
        toId: replaced,
        type: 'supersedes',
        partial: true,
        createdAt: fromNow(1000),
      },
    ],
  });
  await database().thread.createMany({
    data: [null, at].map((resolvedAt) => ({ ...base, id: newId(), decisionId: asked, resolvedAt, updatedAt: at })),
  });
  const verdict = { workspaceId, decisionId: asked, kind: 'approve' as const, at };
  await database().decisionVerdict.createMany({
    data: [
      { ...verdict, id: newId(), memberId: people.admin.memberId, revision: 2 },
      { ...verdict, id: newId(), memberId: people.owner.memberId, revision: 1, endedAt: at, endedAs: 'edited' },
    ],
  });
  const teamId = await makeTeam(tenant, 'core');
  await database().teamMember.create({ data: { workspaceId, teamId, memberId: people.commenter.memberId } });
  const request = { workspaceId, decisionId: asked, requestedAt: at };
  await database().decisionReviewRequest.createMany({
    data: [
      { ...request, id: newId(), teamId },
      { ...request, id: newId(), memberId: people.admin.memberId },
      { ...request, id: newId(), memberId: people.editor.memberId, withdrawnAt: at },
    ],
  });
  const { data } = await callerFor(people.viewer).decisionList.list({ workspace: tenant.slug, sort: 'title' });
  const row = (title: string) => data.find((one) => one.title === title);
  expect(row('Asked')).toMatchObject({
    openThreads: 1,
    approvals: 1,
    register: { approvalsRequired: 2 },
    supersededBy: null,
  });
  expect(row('Replaced')?.supersededBy).toEqual({ id: successor, number: 2, title: 'Successor' });
  const waiting = async (role: Role) =>
    (await callerFor(people[role]).decisionList.list({ workspace: tenant.slug, filters: { awaitingMe: true } })).total;
  expect([await waiting('commenter'), await waiting('admin'), await waiting('editor')]).toEqual([1, 0, 0]);
});

test('the graph of a register has its records and those they relate to; another tenant finds nothing of it', async () => {
  const tenant = await makeTenant();
  const { workspaceId } = tenant;
  const [here, there] = [await makeRegister(tenant, 'here'), await makeRegister(tenant, 'there')];
  const [a = ''] = await add(tenant, here, [
    { title: 'A', number: 1 },
    { title: 'Alone', number: 2 },
  ]);
  const [b = ''] = await add(tenant, there, [
    { title: 'B', status: 'accepted', number: 9, decidedOn: new Date('2026-03-01') },
  ]);
  await database().decisionRelation.create({
    data: { workspaceId, id: newId(), fromId: a, toId: b, type: 'dependsOn', createdAt: now() },
  });
  await database().decisionAct.create({
    data: {
      workspaceId,
      id: newId(),
      decisionId: a,
      kind: 'transition',
      fromStatus: 'draft',
      toStatus: 'proposed',
      revision: 1,
      reason: 'Ready',
      memberId: tenant.people.editor.memberId,
      at: now(),
    },
  });
  const caller = callerFor(tenant.people.viewer);
  const graph = await caller.decisionList.graph({ workspace: tenant.slug, register: 'here' });
  expect(graph.nodes.map(({ title, register }) => [title, register])).toEqual([
    ['A', 'here'],
    ['Alone', 'here'],
    ['B', 'there'],
  ]);
  expect(graph.edges).toEqual([{ from: a, to: b, type: 'dependsOn', partial: false }]);
  expect(await caller.decisionList.timeline({ workspace: tenant.slug, register: 'here' })).toEqual([
    { decisionId: a, number: 1, title: 'A', to: 'proposed', reason: 'Ready', by: 'Editor Person', day: today() },
  ]);
  const imported = await caller.decisionList.timeline({ workspace: tenant.slug, register: 'there' });
  expect(imported).toMatchObject([{ title: 'B', to: 'accepted', day: '2026-03-01', by: null }]);
  const other = await makeTenant();
  const stranger = callerFor(other.people.owner);
  await expect(stranger.decisionList.graph({ workspace: other.slug, register: 'here' })).rejects.toThrow('not found');
  expect((await stranger.decisionList.list({ workspace: other.slug })).total).toBe(0);
});

test('a search reads the index of words and not the table, and nothing but words reaches the query', async () => {
  const tenant = await makeTenant();
  const register = await makeRegister(tenant, 'plan');
  await add(
    tenant,
    register,
    Array.from({ length: 3000 }, (_, index) => ({
      title: `Decision ${index}`,
      body: `word${index} ${`filler${index} text `.repeat(60)}`,
    })),
  );
  await database().$executeRawUnsafe('ANALYZE "Decision"');
  const scope = await scopeOf(tenant);
  const at = { today: today(), monthAgo: now(), yearAgo: now() };
  const view = { scope, at, filters: { terms: searchTerms('word1234') } };
  for (const field of ['relevance', 'since'] as const) {
    const statement = pageStatement(view, { sort: [{ field, descending: true }], after: null, take: 51 });
    const rows = await preferIndexes<{ 'QUERY PLAN': string }>(database(), Prisma.sql`EXPLAIN ${statement}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Decision_search');
    expect(plan).not.toContain('Seq Scan on "Decision"');
  }
  for (const q of [
    `'`,
    '":*',
    '\\',
    '(',
    '!!',
    '& | !',
    '<->',
    '%',
    `x'); DROP TABLE "Decision"; --`,
    '😀',
    'a'.repeat(200),
  ]) {
    expect(await titles(tenant, { q })).toEqual([]);
  }
});

// The parser of Postgres takes minutes for any of these where nothing is done about it.
test.each(['<!--', 'a_', './', 'a-1-'])(
  'a text of nothing but %s is saved and found by its title at once',
  async (run) => {
    const tenant = await makeTenant();
    const registerId = await makeRegister(tenant, 'core');
    await add(tenant, registerId, [{ title: 'Kept', body: run.repeat(40_000) }]);
    expect(await titles(tenant, { q: 'kept' })).toEqual(['Kept']);
    const { debt } = callerFor(tenant.people.owner);
    await debt.create({ workspace: tenant.slug, title: 'Owed', description: run.repeat(20_000) });
    const found = await debt.similar({ workspace: tenant.slug, title: 'owed' });
    expect(found.map(({ title }) => title)).toEqual(['Owed']);
  },
);

import { expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { decisionStatuses } from '@/server/domain/decision/status';
import { listBacklog, summarise } from '@/server/modules/backlog/service';
import { database } from '@/server/platform/db';
import { makeTenant } from '@/server/testing/tenant';
import { seedDemo } from './demo';

async function seeded() {
  const tenant = await makeTenant();
  const { userId } = tenant.people.owner;
  const gate = () => scopeForSession({ slug: tenant.slug, userId, permission: 'debt:write', requestId: 'test' });
  await seedDemo(await gate());
  return gate();
}

test('the demo holds sixty debts, the handbook’s five with their five scores among them', async () => {
  const scope = await seeded();
  const all = await listBacklog(scope, { workspace: scope.slug, filters: {}, sort: '-score', limit: 200 });
  expect(all.total).toBe(60);
  const scoreOf = (title: string) => all.data.find((row) => row.title.startsWith(title))?.score;
  expect(
    ['Unindexed query', 'No rate limiting', 'Missing integration tests', 'Monolithic auth', 'Deprecated ORM'].map(
      scoreOf,
    ),
  ).toEqual([20, 13.3, 10, 8, 7]);
  expect(new Set(all.data.map((row) => row.state)).size).toBe(6);
});

test('the demo can be put into two workspaces of one installation', async () => {
  const [first, second] = [await seeded(), await seeded()];
  const [one, two] = await Promise.all([summarise(first, { open: true }), summarise(second, { open: true })]);
  expect(one.count).toBeGreaterThan(30);
  expect(two).toEqual(one);
  expect(one.floor.count).toBeGreaterThan(0);
});

test('the demo holds two registers with decisions in every status, discussed and reviewed', async () => {
  const { workspaceId } = await seeded();
  const where = { workspaceId };
  expect(await database().register.count({ where })).toBe(2);
  const found = await database().decision.findMany({ where, select: { status: true, number: true, registerId: true } });
  expect(new Set(found.map((one) => one.status))).toEqual(new Set(decisionStatuses));
  const numbers = found.flatMap((one) => (one.number === null ? [] : [`${one.registerId} ${one.number}`]));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(await database().thread.count({ where: { workspaceId, changedInRevision: { not: null } } })).toBe(1);
  expect(await database().decisionVerdict.count({ where: { workspaceId, endedAs: 'edited' } })).toBe(2);
});

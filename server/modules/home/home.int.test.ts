import { expect, test } from 'vitest';
import { seedDemo } from '@/prisma/seed/demo';
import { scopeForSession } from '@/server/access/scope';
import { createDebt, deleteDebt, restoreDebt, updateDebt } from '@/server/modules/debt/service';
import { dayMs, fromNow } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { makeTenant, type Tenant } from '@/server/testing/tenant';
import { homeContract } from './contract';
import { readCounts, readHome } from './service';

const factors = { impact: 3, likelihood: 3, velocityTax: 3, remediationCost: 3 };

function gate(tenant: Tenant) {
  const { userId } = tenant.people.owner;
  return scopeForSession({ slug: tenant.slug, userId, permission: 'debt:write', requestId: 'test' });
}

async function create(tenant: Tenant, title: string, ageDays: number, effortDays = 2) {
  const debt = await createDebt(await gate(tenant), { workspace: tenant.slug, title, effortDays, ...factors });
  const at = fromNow(-ageDays * dayMs);
  await database().debt.updateMany({
    where: { workspaceId: tenant.workspaceId, id: debt.id },
    data: { createdAt: at, stateChangedAt: at },
  });
  return debt;
}

function reconciled({ opening, lines, closing }: Awaited<ReturnType<typeof readHome>>) {
  const of = (kind: string) => lines.find((line) => line.kind === kind)?.count ?? 0;
  return (
    opening.count + of('new') + of('reopened') - of('resolved') - of('withdrawn') - of('deleted') === closing.count
  );
}

test('the ledger of the week accounts for every debt that came, went or came back', async () => {
  const tenant = await makeTenant();
  const [stays, closes, reopens, goes, twice] = [
    await create(tenant, 'Stays', 30),
    await create(tenant, 'Closes', 30),
    await create(tenant, 'Reopens', 30),
    await create(tenant, 'Goes', 30),
    await create(tenant, 'Closes and reopens', 30),
  ];
  await create(tenant, 'New', 1);
  const change = async (key: string, input: object) =>
    updateDebt(await gate(tenant), { workspace: tenant.slug, key, ...input });
  await change(reopens.key, { state: 'resolved' });
  await database().auditEvent.updateMany({
    where: { workspaceId: tenant.workspaceId, action: 'debt.update' },
    data: { at: fromNow(-20 * dayMs) },
  });
  await change(reopens.key, { state: 'open', reason: 'It came back' });
  await change(closes.key, { state: 'resolved' });
  await change(twice.key, { state: 'resolved' });
  await change(twice.key, { state: 'open', reason: 'Too early' });
  await deleteDebt(await gate(tenant), { key: goes.key });
  await deleteDebt(await gate(tenant), { key: stays.key });
  await restoreDebt(await gate(tenant), { key: stays.key });
  const home = await readHome(await gate(tenant));
  const line = (kind: string) => home.lines.find((one) => one.kind === kind);
  expect(home.opening).toEqual({ count: 4, effortDays: 8 });
  expect(home.closing).toEqual({ count: 4, effortDays: 8 });
  expect(line('new')).toMatchObject({ count: 1, effortDays: 2 });
  expect(line('reopened')).toMatchObject({ count: 1, keys: [reopens.key] });
  expect(line('resolved')).toMatchObject({ count: 1, keys: [closes.key] });
  expect(line('deleted')).toMatchObject({ count: 1, keys: [goes.key] });
  expect(reconciled(home)).toBe(true);
});

test('the demo has a week that reconciles, things that need its owner, and counts that agree with the lists', async () => {
  const tenant = await makeTenant();
  await seedDemo(await gate(tenant));
  const scope = await gate(tenant);
  const [home, counts] = [await readHome(scope), await readCounts(scope)];
  expect(homeContract.get.output.parse(home)).toEqual(home);
  expect(reconciled(home)).toBe(true);
  expect(home.needs.length).toBeGreaterThan(0);
  expect(counts).toMatchObject({ needs: home.needs.length, openDebts: home.closing.count, services: 12 });
});

test('a debt that is scored again is a memo with both scores and a verdict by severity; a first score is not', async () => {
  const tenant = await makeTenant();
  const [dearer, confirmed] = [
    await create(tenant, 'Worse and dearer', 30),
    await create(tenant, 'Scored the same', 30),
  ];
  const longAgo = fromNow(-30 * dayMs);
  await database().score.updateMany({ where: { workspaceId: tenant.workspaceId }, data: { scoredAt: longAgo } });
  await create(tenant, 'Scored for the first time', 1);
  const again = async (key: string, given: object) =>
    updateDebt(await gate(tenant), { workspace: tenant.slug, key, ...factors, ...given, reason: 'Looked again' });
  await again(dearer.key, { impact: 5, remediationCost: 2 });
  await again(confirmed.key, {});
  const home = await readHome(await gate(tenant));
  expect(home.rescored).toEqual([{ key: dearer.key, from: 9, to: 7.3, verdict: 'worse' }]);
});

test('what needs the caller is one line a debt while they are few, and one line for all of them beyond that', async () => {
  const tenant = await makeTenant();
  const owner = tenant.people.owner.memberId;
  const atFloor = { ...factors, impact: 5, likelihood: 4, owner };
  const floor = async () => {
    const { needs } = await readHome(await gate(tenant));
    return needs.filter((need) => need.kind === 'floor').map(({ count }) => count);
  };
  for (const title of ['First', 'Second', 'Third']) {
    await createDebt(await gate(tenant), { workspace: tenant.slug, title, ...atFloor });
  }
  expect(await floor()).toEqual([1, 1, 1]);
  await createDebt(await gate(tenant), { workspace: tenant.slug, title: 'Fourth', ...atFloor });
  expect(await floor()).toEqual([4]);
});

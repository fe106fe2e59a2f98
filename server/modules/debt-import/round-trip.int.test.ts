import { expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { exportBacklog } from '@/server/modules/backlog-export/service';
import { database } from '@/server/platform/db';
import { callerFor } from '@/server/testing/caller';
import { makeTenant } from '@/server/testing/tenant';
import { importOptions } from './contract';
import * as service from './service';

const read = importOptions.parse({ timeZone: 'Europe/Berlin' });

async function room() {
  const { slug, people } = await makeTenant();
  const scope = await scopeForSession({
    slug,
    userId: people.owner.userId,
    permission: 'debt:import',
    requestId: 'test',
  });
  return { slug, people, scope, api: callerFor(people.owner) };
}

/** Debts written by hand, scored, planned and closed, and others that came from Jira. */
async function filled() {
  const made = await room();
  const { api, scope, slug: workspace, people } = made;
  await api.team.create({ workspace, key: 'payments', name: 'Payments' });
  await api.service.create({ workspace, key: 'checkout', name: 'Checkout', tier: 'high' });
  await api.debt.create({
    workspace,
    title: '=SUM(A1), said "Ana"',
    description: 'First line\n\n- a list\n- of two',
    impact: 5,
    likelihood: 4,
    velocityTax: 4,
    remediationCost: 4,
    effortDays: 4.5,
    interestHoursPerMonth: 2.5,
    team: 'payments',
    services: ['checkout'],
    owner: people.admin.email,
    labels: ['-dash', 'slow really', 'a; b', 'c, d | e', '[bracketed]', 'C:\\temp\\', "'=quoted"],
    productSentence: 'At peak, one lookup in three waits.',
    incurredOn: '2025-03-01',
    quadrant: 'deliberatePrudent',
    repaymentPlan: 'Next quarter',
  });
  await api.debt.create({ workspace, title: 'Not scored at all' });
  const jira = [
    'Summary,Issue key,Issue id,Issue Type,Status,Created,Status Category,Resolution',
    'Retry storm,SHOP-1,1001,Bug,Backlog,25/May/26 4:22 PM,To Do,',
    'Old client,SHOP-2,1002,Bug,Done,25/May/26 4:22 PM,Done,Duplicate',
  ];
  const file = { name: 'jira.csv', bytes: new TextEncoder().encode(jira.join('\r\n')) };
  await service.importFile(scope, file, { ...read, dryRun: false });
  return made;
}

async function exported(scope: Awaited<ReturnType<typeof room>>['scope']) {
  const { body } = await exportBacklog(scope, { format: 'csv', filters: {}, sort: '-score' });
  return { name: 'backlog.csv', bytes: new Uint8Array(await new Response(body).arrayBuffer()) };
}

test('our own export changes nothing where it came from, keys and sources included', async () => {
  const { scope } = await filled();
  const result = await service.importFile(scope, await exported(scope), { ...read, dryRun: true });
  expect(result).toMatchObject({ rows: 4, created: 0, updated: 0, unchanged: 4, skipped: 0 });
});

test('our own export comes back as the same debts in another workspace, and is known there the next time', async () => {
  const { scope: from } = await filled();
  const { scope: into } = await room();
  const file = await exported(from);
  expect(await service.importFile(into, file, { ...read, dryRun: false })).toMatchObject({ created: 4 });
  expect(await service.importFile(into, file, { ...read, dryRun: true })).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 4,
  });
  const of = async ({ workspaceId }: { workspaceId: string }) =>
    (await database().debt.findMany({ where: { workspaceId }, orderBy: { title: 'asc' } })).map(
      ({
        title,
        description,
        state,
        closedAs,
        scoreThirds,
        effortHalfDays,
        interestMinutesPerMonth,
        labels,
        quadrant,
        incurredOn,
        repaymentPlan,
      }) => ({
        title,
        description,
        state,
        closedAs,
        scoreThirds,
        effortHalfDays,
        interestMinutesPerMonth,
        labels: [...labels].sort(),
        quadrant,
        incurredOn,
        repaymentPlan,
      }),
    );
  expect(await of(into)).toEqual(await of(from));
});

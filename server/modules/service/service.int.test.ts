import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/server/access/permissions';
import { scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { serviceRouter } from './router';

const createCaller = createCallerFactory(router({ service: serviceRouter }));

function callerOf(tenant: Tenant, role: Role) {
  const { userId, sessionId } = tenant.people[role];
  return createCaller({
    requestId: newId(),
    headers: new Headers(),
    address: '127.0.0.1',
    actor: { userId, sessionId },
  }).service;
}

let tenant: Tenant;
let editor: ReturnType<typeof callerOf>;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerOf(tenant, 'editor');
  await makeTeam(tenant, 'payments', 'Payments');
});

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof AppError)) throw error;
  return cause;
}

let debtNumber = 0;
async function addDebt(
  into: Tenant,
  services: string[],
  fields: { severity?: [number, number, number]; state?: 'open' | 'resolved'; deleted?: boolean },
) {
  const id = newId();
  const at = now();
  const factors = fields.severity && {
    impact: fields.severity[0],
    likelihood: fields.severity[1],
    velocityTax: fields.severity[2],
    remediationCost: 1,
  };
  debtNumber += 1;
  await database().debt.create({
    data: {
      workspaceId: into.workspaceId,
      id,
      number: debtNumber,
      title: 'A debt',
      state: fields.state ?? 'open',
      stateChangedAt: at,
      createdAt: at,
      updatedAt: at,
      deletedAt: fields.deleted ? at : null,
      ...(fields.state === 'resolved' ? { closedAs: 'fixed' as const } : {}),
      ...(factors
        ? { ...factors, scoreThirds: scoreThirds(factors), severityThirds: severityThirds(factors), scoredAt: at }
        : {}),
    },
  });
  for (const key of services) {
    const service = await database().service.findUniqueOrThrow({
      where: { workspaceId_key: { workspaceId: into.workspaceId, key } },
    });
    await database().debtService.create({ data: { workspaceId: into.workspaceId, debtId: id, serviceId: service.id } });
  }
}

describe('a service', () => {
  test('is created with every field and read back as it was written', async () => {
    const fields = {
      name: 'Checkout flow',
      description: 'Turns a cart into a paid order.',
      team: 'payments',
      tier: 'critical',
      external: true,
      availability: 0.9995,
      availabilitySource: 'slo',
      availabilityAsOf: '2026-10-31',
      sloTarget: 0.999,
      sloWindowDays: 30,
      p50Ms: 80,
      p95Ms: 240.5,
    } as const;
    const made = await editor.create({ workspace, key: 'checkout', ...fields });
    expect(made).toMatchObject({
      ...fields,
      key: 'checkout',
      team: { key: 'payments', name: 'Payments' },
      version: 1,
      openDebts: 0,
    });
    expect(await editor.get({ workspace, key: 'checkout' })).toEqual(made);
  });

  test('whose availability has no source counts as assumed, and loses source and day with the figure', async () => {
    const made = await editor.create({ workspace, key: 'assumed', name: 'Assumed', tier: 'low', availability: 0.99 });
    expect(made.availabilitySource).toBe('assumed');
    const dated = await editor.update({ workspace, key: 'assumed', version: 1, availabilityAsOf: '2026-10-31' });
    expect(dated).toMatchObject({ availabilityAsOf: '2026-10-31', availabilitySource: 'assumed' });
    const emptied = await editor.update({ workspace, key: 'assumed', version: 2, availability: null });
    expect(emptied).toMatchObject({ availability: null, availabilitySource: null, availabilityAsOf: null });
  });

  test('with a team, a source or a percentile that cannot be is refused by name', async () => {
    const base = { workspace, key: 'impossible', name: 'Impossible', tier: 'low' } as const;
    const noTeam = await refusal(editor.create({ ...base, team: 'nobody' }));
    expect(noTeam.fields[0]).toEqual({
      path: 'team',
      message: 'there is no team “nobody” in this workspace. The teams here are payments.',
    });
    const noFigure = await refusal(editor.create({ ...base, availabilitySource: 'sla' }));
    expect(noFigure.fields[0]?.path).toBe('availabilitySource');
    const upsideDown = await refusal(editor.create({ ...base, p50Ms: 200, p95Ms: 100 }));
    expect(upsideDown.fields[0]).toEqual({ path: 'p95Ms', message: 'must be at least p50Ms (200), not 100.' });
  });

  test('keeps its key: a second one is a conflict that names it, also after deletion', async () => {
    await editor.create({ workspace, key: 'ledger', name: 'Ledger', tier: 'high' });
    const twice = await refusal(editor.create({ workspace, key: 'ledger', name: 'Other', tier: 'low' }));
    expect(twice).toMatchObject({ code: 'conflict', details: { key: 'ledger', deleted: false } });
    expect(twice.userMessage).toContain('“ledger” belongs to the service Ledger already');
    await editor.delete({ workspace, key: 'ledger' });
    const afterwards = await refusal(editor.create({ workspace, key: 'ledger', name: 'Other', tier: 'low' }));
    expect(afterwards).toMatchObject({ code: 'conflict', details: { key: 'ledger', deleted: true } });
    expect(afterwards.userMessage).toMatch(/was deleted on \d{1,2} \w{3} \d{4} and can be restored/);
  });

  test('made by two people at the same moment exists once', async () => {
    const attempts = Array.from({ length: 6 }, (_, at) =>
      editor.create({ workspace, key: 'raced', name: `Raced ${at}`, tier: 'low' }),
    );
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('is gone when deleted and comes back whole, with its debts', async () => {
    await editor.create({ workspace, key: 'gone', name: 'Gone', tier: 'low', description: 'Kept.' });
    await addDebt(tenant, ['gone'], { severity: [5, 4, 4] });
    const removed = await editor.delete({ workspace, key: 'gone', version: 1 });
    expect(removed).toMatchObject({ key: 'gone', name: 'Gone' });
    expect((await refusal(editor.get({ workspace, key: 'gone' }))).userMessage).toContain('can be restored');
    expect((await refusal(editor.update({ workspace, key: 'gone', version: 2, name: 'x' }))).code).toBe('notFound');
    expect((await editor.list({ workspace, limit: 200 })).data.map((one) => one.key)).not.toContain('gone');
    const back = await editor.restore({ workspace, key: 'gone' });
    expect(back).toMatchObject({ name: 'Gone', description: 'Kept.', openDebts: 1, worstSeverityThirds: 13 });
  });

  test('edited on an old version is refused with the record as it is now, and nothing is saved', async () => {
    await editor.create({ workspace, key: 'stale', name: 'First', tier: 'low' });
    await editor.update({ workspace, key: 'stale', version: 1, name: 'Second' });
    const late = await refusal(editor.update({ workspace, key: 'stale', version: 1, name: 'Third' }));
    expect(late).toMatchObject({ code: 'stale', details: { current: { name: 'Second', version: 2 } } });
    expect((await refusal(editor.delete({ workspace, key: 'stale', version: 1 }))).code).toBe('stale');
    expect((await editor.get({ workspace, key: 'stale' })).name).toBe('Second');
  });

  test('saved without a difference keeps its version and writes no audit', async () => {
    const made = await editor.create({
      workspace,
      key: 'same',
      name: 'Same',
      tier: 'low',
      availability: 0.5,
      availabilityAsOf: '2026-01-31',
    });
    const again = await editor.update({
      workspace,
      key: 'same',
      version: 1,
      name: 'Same',
      availability: 0.5,
      availabilityAsOf: '2026-01-31',
    });
    expect(again.version).toBe(1);
    const audits = await database().auditEvent.findMany({
      where: { workspaceId: tenant.workspaceId, subjectId: made.id },
    });
    expect(audits.map((one) => one.action)).toEqual(['service.create']);
  });

  test('tells each role what it may do', async () => {
    await editor.create({ workspace, key: 'abilities', name: 'Abilities', tier: 'low' });
    const asViewer = await callerOf(tenant, 'viewer').get({ workspace, key: 'abilities' });
    expect(asViewer.abilities).toEqual({ edit: false, delete: false });
    expect((await editor.get({ workspace, key: 'abilities' })).abilities).toEqual({ edit: true, delete: true });
  });
});

describe('the catalogue', () => {
  let catalogue: Tenant;
  let caller: ReturnType<typeof callerOf>;

  beforeAll(async () => {
    catalogue = await makeTenant();
    caller = callerOf(catalogue, 'editor');
    await makeTeam(catalogue, 'core');
    const base = { workspace: catalogue.slug };
    await caller.create({
      ...base,
      key: 'web',
      name: 'web',
      tier: 'critical',
      team: 'core',
      availability: 0.9999,
      availabilitySource: 'measured',
    });
    await caller.create({
      ...base,
      key: 'psp',
      name: 'Payment 100%_provider',
      tier: 'critical',
      external: true,
      availability: 0.99,
    });
    await caller.create({ ...base, key: 'pg', name: 'Postgres', tier: 'high', team: 'core' });
    await caller.create({ ...base, key: 'mailer', name: 'Mailer', tier: 'low' });
    await caller.create({ ...base, key: 'tax', name: 'tax', tier: 'medium', external: true });
    await addDebt(catalogue, ['web', 'pg'], { severity: [5, 5, 5] });
    await addDebt(catalogue, ['web'], { severity: [1, 1, 2] });
    await addDebt(catalogue, ['web'], {});
    await addDebt(catalogue, ['mailer'], { severity: [5, 5, 5], state: 'resolved' });
    await addDebt(catalogue, ['mailer'], { severity: [5, 5, 5], deleted: true });
    await addDebt(catalogue, ['tax'], {});
  });

  const keys = async (input: Omit<Parameters<typeof caller.list>[0], 'workspace'>) =>
    (await caller.list({ workspace: catalogue.slug, ...input })).data.map((one) => one.key);

  test('counts open debts and the worst severity of each service, a debt of two services at both', async () => {
    const { data } = await caller.list({ workspace: catalogue.slug, sort: 'key' });
    expect(data.map((one) => [one.key, one.openDebts, one.worstSeverityThirds])).toEqual([
      ['mailer', 0, null],
      ['pg', 1, 15],
      ['psp', 0, null],
      ['tax', 1, null],
      ['web', 3, 15],
    ]);
  });

  test.each([
    ['name', ['mailer', 'psp', 'pg', 'tax', 'web']],
    ['-name', ['web', 'tax', 'pg', 'psp', 'mailer']],
    ['-tier,name', ['psp', 'web', 'pg', 'tax', 'mailer']],
    ['-openDebts', ['web', 'pg', 'tax', 'mailer', 'psp']],
    ['-worstSeverity', ['pg', 'web', 'mailer', 'psp', 'tax']],
    ['availability', ['psp', 'web', 'mailer', 'pg', 'tax']],
    ['team,-key', ['web', 'pg', 'tax', 'psp', 'mailer']],
  ])(
    'sorted by %s shows every service once, unset values last, whatever the length of a page',
    async (sort, expected) => {
      expect(await keys({ sort })).toEqual(expected);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof caller.list>> = await caller.list({
          workspace: catalogue.slug,
          sort,
          limit: 2,
          cursor,
        });
        expect(page.total).toBe(5);
        paged.push(...page.data.map((one) => one.key));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(expected);
    },
  );

  test('does not repeat or drop a service when another is added between two pages', async () => {
    const first = await caller.list({ workspace: catalogue.slug, sort: 'key', limit: 2 });
    await caller.create({ workspace: catalogue.slug, key: 'aaa', name: 'Early', tier: 'low' });
    const second = await caller.list({ workspace: catalogue.slug, sort: 'key', limit: 2, cursor: first.nextCursor });
    await caller.delete({ workspace: catalogue.slug, key: 'aaa' });
    expect([...first.data, ...second.data].map((one) => one.key)).toEqual(['mailer', 'pg', 'psp', 'tax']);
  });

  test('is narrowed by filters, where values of one are alternatives and % is a letter like any other', async () => {
    expect(await keys({ filters: { tier: ['critical', 'low'] } })).toEqual(['mailer', 'psp', 'web']);
    expect(await keys({ filters: { team: ['core'], tier: ['high'] } })).toEqual(['pg']);
    expect(await keys({ filters: { external: true } })).toEqual(['psp', 'tax']);
    expect(await keys({ filters: { external: false, q: 'POST' } })).toEqual(['pg']);
    expect(await keys({ filters: { q: '100%_' } })).toEqual(['psp']);
    expect(await keys({ filters: { q: '%' } })).toEqual(['psp']);
  });

  test('refuses a cursor of another order, of another workspace and one that was made up', async () => {
    const { nextCursor } = await caller.list({ workspace: catalogue.slug, sort: 'key', limit: 2 });
    const tries = [
      () => caller.list({ workspace: catalogue.slug, sort: 'name', limit: 2, cursor: nextCursor }),
      () => callerOf(tenant, 'editor').list({ workspace, sort: 'key', limit: 2, cursor: nextCursor }),
      () => caller.list({ workspace: catalogue.slug, sort: 'key', limit: 2, cursor: 'bWFkZSB1cA.bWFkZSB1cA' }),
    ];
    for (const attempt of tries) expect((await refusal(attempt())).fields[0]?.path).toBe('cursor');
  });

  test('is summed up in one sentence’s worth of figures', async () => {
    expect(await caller.summary({ workspace: catalogue.slug })).toEqual({
      count: 5,
      external: 2,
      withAvailability: 2,
      assumed: 1,
      abilities: { create: true },
    });
  });

  test('of another workspace is not found, even by somebody who is signed in', async () => {
    expect((await refusal(editor.list({ workspace: catalogue.slug }))).code).toBe('notFound');
  });
});

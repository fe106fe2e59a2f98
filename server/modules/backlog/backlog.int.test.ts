import { beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '@/generated/prisma/client';
import type { Role } from '@/server/access/permissions';
import { scopeForSession } from '@/server/access/scope';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import { debtRouter } from '@/server/modules/debt/router';
import { dayMs, fromNow, now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { type Filters, type GroupField, groupFields, sortableFields } from './contract';
import { pageStatement } from './repo';
import { backlogRouter } from './router';

const createCaller = createCallerFactory(router({ backlog: backlogRouter, debt: debtRouter }));

function callerOf(tenant: Tenant, role: Role = 'viewer') {
  const { userId, sessionId } = tenant.people[role];
  return createCaller({
    requestId: newId(),
    headers: new Headers(),
    address: '127.0.0.1',
    actor: { userId, sessionId },
  });
}

type Given = Partial<{
  title: string;
  description: string;
  factors: [number, number, number, number];
  scoredDaysAgo: number;
  effortHalfDays: number;
  interest: number;
  state: 'open' | 'planned' | 'inProgress' | 'resolved' | 'accepted' | 'withdrawn';
  quadrant: (typeof quadrants)[number];
  ownerId: string;
  teamId: string;
  labels: string[];
  services: string[];
  revisitOn: string;
  incurredOn: string;
  acceptedUntil: string;
  deleted: boolean;
}>;

const closedAs = { resolved: 'fixed', withdrawn: 'wontFix' } as const;

function day(text: string | undefined): Date | null {
  return text ? new Date(`${text}T00:00:00Z`) : null;
}

async function addDebt(tenant: Tenant, number: number, given: Given = {}): Promise<string> {
  const id = newId();
  const { workspaceId } = tenant;
  const state = given.state ?? 'open';
  const [impact, likelihood, velocityTax, remediationCost] = given.factors ?? [];
  const factors =
    impact && likelihood && velocityTax && remediationCost
      ? { impact, likelihood, velocityTax, remediationCost }
      : null;
  await database().debt.create({
    data: {
      workspaceId,
      id,
      number,
      title: given.title ?? `Debt ${number}`,
      description: given.description ?? '',
      state,
      closedAs: state === 'resolved' || state === 'withdrawn' ? closedAs[state] : null,
      stateChangedAt: now(),
      createdAt: fromNow(-number * 1000),
      updatedAt: fromNow(-number * 500),
      ...(factors ? { ...factors, scoreThirds: scoreThirds(factors), severityThirds: severityThirds(factors) } : {}),
      scoredAt: factors ? fromNow(-(given.scoredDaysAgo ?? 1) * dayMs) : null,
      effortHalfDays: given.effortHalfDays ?? null,
      interestMinutesPerMonth: given.interest ?? null,
      quadrant: given.quadrant ?? null,
      ownerId: given.ownerId ?? null,
      teamId: given.teamId ?? null,
      labels: given.labels ?? [],
      revisitOn: day(given.revisitOn),
      incurredOn: day(given.incurredOn),
      acceptedUntil: day(given.acceptedUntil),
      deletedAt: given.deleted ? now() : null,
    },
  });
  const services = given.services ?? [];
  await database().debtService.createMany({
    data: services.map((serviceId) => ({ workspaceId, debtId: id, serviceId })),
  });
  return id;
}

async function addService(tenant: Tenant, key: string): Promise<string> {
  const id = newId();
  const at = now();
  await database().service.create({
    data: { workspaceId: tenant.workspaceId, id, key, name: key, tier: 'high', createdAt: at, updatedAt: at },
  });
  return id;
}

async function keysOf(tenant: Tenant, filters: Filters, role: Role = 'viewer'): Promise<string[]> {
  const { data } = await callerOf(tenant, role).backlog.list({
    workspace: tenant.slug,
    filters,
    sort: 'key',
    limit: 200,
  });
  return data.map((row) => row.key);
}

describe('filters', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await makeTenant();
    const payments = await makeTeam(tenant, 'payments');
    const checkout = await addService(tenant, 'checkout');
    const tax = await addService(tenant, 'tax');
    const { editor, owner } = tenant.people;
    await addDebt(tenant, 1, {
      title: 'Retry storm in the Straße',
      factors: [5, 4, 4, 4],
      teamId: payments,
      services: [checkout, tax],
      ownerId: editor.memberId,
    });
    await addDebt(tenant, 2, { state: 'resolved', factors: [5, 5, 5, 5], effortHalfDays: 5 });
    await addDebt(tenant, 3, {
      state: 'planned',
      quadrant: 'deliberatePrudent',
      labels: ['a, b'],
      services: [tax],
      scoredDaysAgo: 120,
      factors: [1, 1, 1, 1],
    });
    await addDebt(tenant, 4, {
      state: 'accepted',
      acceptedUntil: '2020-01-01',
      factors: [5, 5, 1, 1],
      ownerId: owner.memberId,
      revisitOn: '2020-01-01',
    });
    await addDebt(tenant, 5, {
      state: 'accepted',
      acceptedUntil: '2199-01-01',
      factors: [5, 5, 1, 1],
      revisitOn: '2199-01-01',
      description: 'About the ledger',
    });
    await addDebt(tenant, 6, { deleted: true, factors: [5, 5, 5, 5] });
    await addDebt(tenant, 7, { state: 'withdrawn', labels: ['a, b', 'c'], revisitOn: '2020-01-01' });
  });

  test.each<[string, Filters, string[]]>([
    ['nothing leaves out the deleted only', {}, ['TD-1', 'TD-2', 'TD-3', 'TD-4', 'TD-5', 'TD-7']],
    ['not closed', { open: true }, ['TD-1', 'TD-3', 'TD-4', 'TD-5']],
    ['closed', { open: false }, ['TD-2', 'TD-7']],
    ['states are alternatives', { state: ['planned', 'resolved'] }, ['TD-2', 'TD-3']],
    ['team', { team: ['payments'] }, ['TD-1']],
    ['service', { service: ['tax'] }, ['TD-1', 'TD-3']],
    ['fields narrow each other', { service: ['tax'], state: ['planned'] }, ['TD-3']],
    ['quadrant', { quadrant: ['deliberatePrudent'] }, ['TD-3']],
    ['no quadrant', { quadrant: ['none'], open: true }, ['TD-1', 'TD-4', 'TD-5']],
    ['a label with a comma', { label: ['a, b'] }, ['TD-3', 'TD-7']],
    ['unscored', { scored: 'unscored' }, ['TD-7']],
    ['stale', { scored: 'stale' }, ['TD-3']],
    ['estimated', { estimated: true }, ['TD-2']],
    ['at the floor and undecided: open, or accepted no longer', { floor: true }, ['TD-1', 'TD-4']],
    ['an acceptance that ends soon or has ended', { expiring: true }, ['TD-4']],
    ['due again, unless closed', { due: true }, ['TD-4']],
    ['owner: nobody', { owner: ['none'], open: true }, ['TD-3', 'TD-5']],
    ['words, as beginnings, in any order', { q: 'stor retr' }, ['TD-1']],
    ['words of the description', { q: 'LEDGER' }, ['TD-5']],
    ['letters beyond ASCII', { q: 'straße' }, ['TD-1']],
    ['the number of a key', { q: '3' }, ['TD-3']],
    ['a key in small letters', { q: 'td-4' }, ['TD-4']],
    ['signs that mean something to a query language', { q: "';--:*&|!()" }, []],
  ])('%s', async (_, filters, expected) => {
    expect(await keysOf(tenant, filters)).toEqual(expected);
  });

  test('an owner is named by id, by address in any case, or as the caller', async () => {
    const { editor } = tenant.people;
    expect(await keysOf(tenant, { owner: [editor.memberId] })).toEqual(['TD-1']);
    expect(await keysOf(tenant, { owner: [editor.email.toUpperCase()] })).toEqual(['TD-1']);
    expect(await keysOf(tenant, { owner: ['me'] }, 'editor')).toEqual(['TD-1']);
    expect(await keysOf(tenant, { owner: ['me', 'none'], open: true }, 'owner')).toEqual(['TD-3', 'TD-4', 'TD-5']);
  });

  test('another tenant sees nothing of it, with the same keys of teams and services', async () => {
    const other = await makeTenant();
    await makeTeam(other, 'payments');
    await addService(other, 'checkout');
    expect(await keysOf(other, {})).toEqual([]);
    expect(await keysOf(other, { team: ['payments'] })).toEqual([]);
    await expect(callerOf(other).backlog.list({ workspace: tenant.slug })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the summary counts the view, opens its figures and knows an empty workspace from an empty view', async () => {
    const { backlog } = callerOf(tenant);
    const open = await backlog.summary({ workspace: tenant.slug, filters: { open: true } });
    expect(open).toMatchObject({ count: 4, scored: 4, estimated: 0, freshlyScored: 3, hasAny: true });
    expect(open.floor.items.map((item) => item.key)).toEqual(['TD-1', 'TD-4']);
    expect(open.abilities).toEqual({ create: false, edit: false, import: false, export: true });
    const none = await backlog.summary({ workspace: tenant.slug, filters: { q: 'nothing has this' } });
    expect(none).toMatchObject({ count: 0, hasAny: true });
    const other = await makeTenant();
    expect(await callerOf(other).backlog.summary({ workspace: other.slug })).toMatchObject({ count: 0, hasAny: false });
  });
});

describe('order', () => {
  let tenant: Tenant;
  const size = 47;
  beforeAll(async () => {
    tenant = await makeTenant();
    const teams = [
      await makeTeam(tenant, 'a', 'Äpfel'),
      await makeTeam(tenant, 'b', 'beta'),
      await makeTeam(tenant, 'z', 'Zeta'),
    ];
    const services = [await addService(tenant, 's1'), await addService(tenant, 's2')];
    const people = Object.values(tenant.people);
    // Every field has ties, values of both cases and missing values, in an order that is none of the sorts.
    for (let number = 1; number <= size; number += 1) {
      const mixed = (number * 7) % size;
      await addDebt(tenant, number, {
        title: mixed % 5 === 0 ? 'Same title' : `${mixed % 2 ? 'b' : 'B'}ug ${mixed}`,
        ...(mixed % 4 === 0 ? {} : { factors: [1 + (mixed % 5), 1 + (mixed % 3), 2, 1 + (mixed % 4)] }),
        scoredDaysAgo: mixed % 6,
        effortHalfDays: mixed % 3 === 0 ? undefined : mixed,
        interest: mixed % 5 === 0 ? undefined : 60 * (mixed % 7),
        state: (['open', 'planned', 'inProgress', 'resolved', 'withdrawn'] as const)[mixed % 5],
        quadrant: mixed % 3 === 0 ? undefined : quadrants[mixed % 4],
        ownerId: mixed % 3 === 0 ? undefined : people[mixed % people.length]?.memberId,
        teamId: teams[mixed % 4],
        services: services.filter((_, index) => mixed % (index + 2) === 0),
        revisitOn: mixed % 2 ? `2027-01-${String(1 + (mixed % 28)).padStart(2, '0')}` : undefined,
        incurredOn: mixed % 3 ? `2024-02-${String(1 + (mixed % 9)).padStart(2, '0')}` : undefined,
      });
    }
  });

  async function walk(sort: string, group?: GroupField) {
    const rows: Awaited<ReturnType<ReturnType<typeof callerOf>['backlog']['list']>>['data'] = [];
    let cursor: string | null = null;
    do {
      const page = await callerOf(tenant).backlog.list({ workspace: tenant.slug, sort, group, cursor, limit: 6 });
      expect(page.total).toBe(size);
      rows.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    return rows;
  }

  const sorts = sortableFields.flatMap((field) => [field, `-${field}`]);

  test.each(sorts)('by %s each debt comes exactly once, page by page as in one piece', async (sort) => {
    const keys = (await walk(sort)).map((row) => row.key);
    expect(new Set(keys).size).toBe(size);
    const whole = await callerOf(tenant).backlog.list({ workspace: tenant.slug, sort, limit: 200 });
    expect(keys).toEqual(whole.data.map((row) => row.key));
  });

  test.each(['-score,title', 'title,-effort', 'state,-severity,owner', '-interest,-revisit,team'])(
    'by %s those that are equal in one field stand by the next, and each comes exactly once',
    async (sort) => {
      for (const group of [undefined, 'team'] as const) {
        const keys = (await walk(sort, group)).map((row) => row.key);
        expect(new Set(keys).size).toBe(size);
        const whole = await callerOf(tenant).backlog.list({ workspace: tenant.slug, sort, group, limit: 200 });
        expect(keys).toEqual(whole.data.map((row) => row.key));
      }
      const rows = await walk('-score,title');
      const tied = rows.filter((row) => row.scoreThirds === rows[0]?.scoreThirds).map((row) => row.title.toLowerCase());
      expect(tied).toEqual(tied.toSorted());
    },
  );

  test.each(groupFields)(
    'under headings by %s each debt comes exactly once and each heading is in one piece',
    async (group) => {
      const rows = await walk('-score', group);
      expect(new Set(rows.map((row) => row.key)).size).toBe(size);
      const headings = rows.map((row) => {
        const all = { team: row.team?.name, owner: row.owner?.name, state: row.state, quadrant: row.quadrant };
        return group === 'service' ? row.services.map((service) => service.name).join(', ') : (all[group] ?? '');
      });
      const changes = headings.filter((heading, index) => heading !== headings[index - 1]);
      expect(new Set(changes).size).toBe(changes.length);
      const first = rows.filter((_, index) => headings[index] === headings[0]).map((row) => row.scoreThirds ?? -1);
      expect(first).toEqual(first.toSorted((a, b) => b - a));
    },
  );

  const values = {
    score: 'scoreThirds',
    severity: 'severityThirds',
    effort: 'effortDays',
    interest: 'interestHoursPerMonth',
    scored: 'scoredAt',
    incurred: 'incurredOn',
    revisit: 'revisitOn',
  } as const;
  test.each(Object.keys(values))(
    'by %s the values go up or down and the missing ones come last either way',
    async (name) => {
      const field = Object.entries(values).find(([sort]) => sort === name)?.[1] ?? 'scoreThirds';
      for (const [sort, sign] of [
        [name, 1],
        [`-${name}`, -1],
      ] as const) {
        const found = (await walk(sort)).map((row) => row[field]);
        const known = found.filter((value) => value !== null);
        expect(found.slice(known.length).every((value) => value === null)).toBe(true);
        expect(found.length).toBeGreaterThan(known.length);
        const compare = (a: string | number | Date, b: string | number | Date) => sign * (a < b ? -1 : a > b ? 1 : 0);
        expect(known).toEqual(known.toSorted(compare));
      }
    },
  );

  test.each(['owner', 'team'] as const)(
    'by %s names go by the alphabet whatever their case, nobody comes last',
    async (field) => {
      for (const sort of [field, `-${field}`]) {
        const found = (await walk(sort)).map((row) => row[field]?.name ?? null);
        const known = found.filter((name) => name !== null);
        expect(found.slice(known.length).every((name) => name === null)).toBe(true);
        expect(known.length).toBeLessThan(found.length);
        const runs = known.filter((name, index) => name !== known[index - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }
    },
  );

  test('equal scores share a rank that counts those strictly above, whichever page shows them', async () => {
    const rows = await walk('-score');
    for (const row of rows) {
      const { scoreThirds: score } = row;
      if (score === null) expect(row).toMatchObject({ rank: null, tied: false });
      else {
        const above = rows.filter((other) => (other.scoreThirds ?? -1) > score).length;
        const same = rows.filter((other) => other.scoreThirds === score).length;
        expect(row).toMatchObject({ rank: above + 1, tied: same > 1 });
      }
    }
    const byTitle = await walk('title');
    for (const row of rows) expect(byTitle.find((other) => other.key === row.key)).toMatchObject({ rank: row.rank });
  });

  test('a cursor of another view or one that was tampered with is refused by name', async () => {
    const { backlog } = callerOf(tenant);
    const first = await backlog.list({ workspace: tenant.slug, limit: 2 });
    const cursor = first.nextCursor ?? '';
    const refused = { message: expect.stringContaining('cursor') };
    await expect(backlog.list({ workspace: tenant.slug, sort: 'title', cursor })).rejects.toMatchObject(refused);
    await expect(backlog.list({ workspace: tenant.slug, group: 'team', cursor })).rejects.toMatchObject(refused);
    await expect(backlog.list({ workspace: tenant.slug, cursor: `x${cursor}` })).rejects.toMatchObject(refused);
  });

  test('a debt knows its neighbours in the view', async () => {
    const rows = await walk('-score');
    const position = await callerOf(tenant).backlog.position({
      workspace: tenant.slug,
      key: rows[3]?.key ?? '',
      sort: '-score',
    });
    expect(position).toEqual({ index: 4, total: size, previous: rows[2]?.key, next: rows[4]?.key });
  });

  test('a write is counted at once', async () => {
    const own = await makeTenant();
    const caller = callerOf(own, 'editor');
    const count = async () => (await caller.backlog.list({ workspace: own.slug })).total;
    expect(await count()).toBe(0);
    const debt = await caller.debt.create({
      workspace: own.slug,
      title: 'One',
      impact: 5,
      likelihood: 4,
      velocityTax: 4,
      remediationCost: 4,
    });
    expect(await count()).toBe(1);
    expect(await caller.backlog.rank({ workspace: own.slug, key: debt.key })).toMatchObject({
      rank: 1,
      tied: false,
      of: 1,
      stabilityRatio: 1,
    });
    await caller.debt.delete({ workspace: own.slug, key: debt.key });
    expect(await count()).toBe(0);
  });

  test('a rank is told among the debts that have one: those without a score are not counted', async () => {
    const own = await makeTenant();
    const caller = callerOf(own, 'editor');
    const factors = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };
    const scored = await caller.debt.create({ workspace: own.slug, title: 'Scored', ...factors });
    await caller.debt.create({ workspace: own.slug, title: 'Not scored yet' });
    expect(await caller.backlog.rank({ workspace: own.slug, key: scored.key })).toMatchObject({ rank: 1, of: 1 });
  });
});

describe('the plan of the default view', () => {
  test('reads one page from the index of scores, however many debts there are', async () => {
    const tenant = await makeTenant();
    await database().$executeRaw`
      INSERT INTO "Debt" ("workspaceId", "id", "number", "title", "state", "stateChangedAt", "createdAt", "updatedAt", "labels",
        "impact", "likelihood", "velocityTax", "remediationCost", "scoreThirds", "severityThirds", "scoredAt")
      SELECT ${tenant.workspaceId}::uuid, gen_random_uuid(), n, 'Debt ' || n, 'open', now(), now(), now(), '{}',
        1 + n % 5, 1 + n % 3, 2, 1 + n % 4, (4 + n % 5 + n % 3) * (1 + n % 4), 4 + n % 5 + n % 3, now()
      FROM generate_series(1, 20000) AS n`;
    await database().$executeRaw`ANALYZE "Debt"`;
    const scope = await scopeForSession({
      slug: tenant.slug,
      userId: tenant.people.viewer.userId,
      permission: 'debt:read',
      requestId: newId(),
    });
    const at = { today: '2026-11-21', staleBefore: now(), expiringUntil: '2026-12-21' };
    const order = { field: 'score' as const, direction: 'desc' as const, group: null, further: [] };
    for (const after of [null, { group: null, value: 30, number: 9000, further: [] }]) {
      const statement = pageStatement(scope, { filters: { open: true }, at, order, after, take: 101 });
      const plan = await database().$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(lines).toContain('Debt_by_score');
      expect(lines).not.toMatch(/Sort Key: (?!s\.key)|Seq Scan on "Debt"/);
    }
  });
});

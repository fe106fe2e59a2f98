import { beforeAll, describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import type { Role } from '@/server/access/permissions';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError, type FieldError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { describeIssues } from '@/server/platform/issues';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { debtRecord } from './contract';
import { debtRouter } from './router';

const createCaller = createCallerFactory(router({ debt: debtRouter }));

function callerOf(tenant: Tenant, role: Role) {
  const { userId, sessionId } = tenant.people[role];
  return createCaller({
    requestId: newId(),
    headers: new Headers(),
    address: '127.0.0.1',
    actor: { userId, sessionId },
  }).debt;
}

async function addService(tenant: Tenant, key: string): Promise<void> {
  const at = now();
  await database().service.create({
    data: { workspaceId: tenant.workspaceId, id: newId(), key, name: key, tier: 'high', createdAt: at, updatedAt: at },
  });
}

type Refusal = { code: string; fields: FieldError[]; details: Record<string, unknown> };

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AppError) return { code: cause.code, fields: cause.fields, details: cause.details ?? {} };
  if (cause instanceof ZodError) return { code: 'invalid', fields: describeIssues(cause), details: {} };
  throw error;
}

async function refusedFields(work: Promise<unknown>): Promise<string[]> {
  const { code, fields } = await refusal(work);
  expect(code).toBe('invalid');
  return fields.map((field) => field.path);
}

let tenant: Tenant;
let stranger: Tenant;
let editor: ReturnType<typeof callerOf>;
let admin: ReturnType<typeof callerOf>;
let workspace: string;

beforeAll(async () => {
  [tenant, stranger] = await Promise.all([makeTenant(), makeTenant()]);
  workspace = tenant.slug;
  editor = callerOf(tenant, 'editor');
  admin = callerOf(tenant, 'admin');
  await Promise.all([makeTeam(tenant, 'payments', 'Payments'), makeTeam(stranger, 'elsewhere')]);
  await Promise.all([addService(tenant, 'checkout'), addService(tenant, 'tax'), addService(stranger, 'theirs')]);
});

const factors = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };

function countRows(where: { debtId: string }) {
  return database().score.count({ where: { workspaceId: tenant.workspaceId, ...where } });
}

describe('a debt', () => {
  test('is written down with every field and read back as it was written', async () => {
    const fields = {
      title: 'Retry storm when the tax API times out',
      description: '## What\n\nCheckout asks the tax API.',
      productSentence: 'At peak, shoppers wait at the last step.',
      ...factors,
      effortDays: 9.5,
      interestHoursPerMonth: 14.5,
      quadrant: 'deliberatePrudent' as const,
      labels: ['peak', 'retries'],
      repaymentPlan: 'Cache first.\nThen take the retries out.',
      revisitOn: '2027-01-15',
      revisitTrigger: 'peaks pass 300 orders a minute',
      incurredOn: '2025-05-09',
    };
    const owner = tenant.people.editor.memberId;
    const created = await editor.create({
      workspace,
      ...fields,
      services: ['tax', 'checkout'],
      owner,
      team: 'payments',
    });
    expect(await editor.get({ workspace, key: created.key })).toMatchObject({
      ...fields,
      state: 'open',
      score: 17.3,
      severity: 4.3,
      scoreThirds: 52,
      version: 1,
      owner: { id: owner, name: 'Editor Person' },
      team: { key: 'payments', name: 'Payments' },
      services: [{ key: 'checkout' }, { key: 'tax' }],
      createdBy: 'Editor Person',
      deletedAt: null,
    });
  });

  test('gets the next number of its workspace, also when many are written down at once', async () => {
    const other = await makeTenant();
    const write = callerOf(other, 'editor');
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) => write.create({ workspace: other.slug, title: `Debt ${index}` })),
    );
    expect(made.map((debt) => Number(debt.key.split('-')[1])).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('keeps what is not mentioned in a change and empties what is null', async () => {
    const debt = await editor.create({ workspace, title: 'One', effortDays: 4, team: 'payments', services: ['tax'] });
    const after = await editor.update({ workspace, key: debt.key, version: 1, effortDays: null, team: null });
    expect(after).toMatchObject({ title: 'One', effortDays: null, team: null, services: [{ key: 'tax' }], version: 2 });
  });

  test('saved without a difference keeps its version', async () => {
    const debt = await editor.create({ workspace, title: 'As it was' });
    expect((await editor.update({ workspace, key: debt.key, version: 1 })).version).toBe(1);
  });

  test('of a viewer is read, never written', async () => {
    const debt = await editor.create({ workspace, title: 'For reading' });
    const viewer = callerOf(tenant, 'viewer');
    expect((await viewer.get({ workspace, key: debt.key })).abilities).toEqual({
      edit: false,
      delete: false,
      restore: false,
    });
    expect((await refusal(viewer.update({ workspace, key: debt.key, version: 1, title: 'Mine' }))).code).toBe(
      'forbidden',
    );
  });
});

describe('a score', () => {
  test('enters the history when all four are answered, and again only with a reason', async () => {
    const debt = await editor.create({ workspace, title: 'Scored', impact: 3, likelihood: 2, velocityTax: 1 });
    expect(await countRows({ debtId: debt.id })).toBe(0);
    const first = await editor.update({ workspace, key: debt.key, version: 1, remediationCost: 5 });
    expect(first).toMatchObject({ score: 10, severity: 2 });
    const silent = editor.update({ workspace, key: debt.key, version: 2, impact: 4 });
    expect(await refusedFields(silent)).toEqual(['reason']);
    await editor.update({ workspace, key: debt.key, version: 2, impact: 4, reason: 'It hit two teams.' });
    expect(await editor.scores({ workspace, key: debt.key })).toMatchObject([
      { score: 11.7, impact: 4, reason: 'It hit two teams.', scoredBy: 'Editor Person' },
      { score: 10, impact: 3, reason: 'First score.' },
    ]);
  });

  test('loses its age with an answer that is taken back', async () => {
    const debt = await editor.create({ workspace, title: 'Unsure', ...factors });
    expect(debt.scoredAt).not.toBeNull();
    const open = await editor.update({ workspace, key: debt.key, version: 1, impact: null, reason: 'Nobody knows.' });
    expect(open).toMatchObject({ score: null, severity: null, scoredAt: null });
  });
});

describe('two people', () => {
  test('who save on the same version: the second is refused with the record as it is now, and nothing of it is saved', async () => {
    const debt = await editor.create({ workspace, title: 'Contested', effortDays: 9 });
    await admin.update({ workspace, key: debt.key, version: 1, effortDays: 12 });
    const late = await refusal(editor.update({ workspace, key: debt.key, version: 1, title: 'Mine', effortDays: 14 }));
    expect(late.code).toBe('stale');
    const current = debtRecord.parse(late.details.current);
    expect(current).toMatchObject({ version: 2, effortDays: 12, title: 'Contested', updatedBy: 'Admin Person' });
    expect(await editor.get({ workspace, key: debt.key })).toMatchObject({
      title: 'Contested',
      effortDays: 12,
      version: 2,
    });
  });

  test('who save at the same moment: exactly one wins, and one score enters the history', async () => {
    const debt = await editor.create({ workspace, title: 'Raced', ...factors });
    const tries = await Promise.allSettled(
      [1, 2, 3, 5].map((velocityTax, index) =>
        (index % 2 === 0 ? editor : admin).update({
          workspace,
          key: debt.key,
          version: 1,
          velocityTax,
          reason: 'Now.',
        }),
      ),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await countRows({ debtId: debt.id })).toBe(2);
    expect((await editor.get({ workspace, key: debt.key })).version).toBe(2);
  });
});

describe('a state', () => {
  test('asks for what it needs, by field', async () => {
    const { key } = await editor.create({ workspace, title: 'Moves' });
    const to = (change: object) => editor.update({ workspace, key, version: 1, ...change });
    expect(await refusedFields(to({ state: 'accepted' }))).toEqual(['acceptedUntil', 'reason']);
    expect(await refusedFields(to({ state: 'accepted', acceptedUntil: '2020-01-01', reason: 'Old.' }))).toEqual([
      'acceptedUntil',
    ]);
    expect(await refusedFields(to({ state: 'withdrawn' }))).toEqual(['closedAs']);
    expect(await refusedFields(to({ state: 'gone' }))).toEqual(['state']);
    expect(await to({ state: 'accepted', acceptedUntil: '2190-01-01', reason: 'Cheap.' })).toMatchObject({
      state: 'accepted',
      acceptedUntil: '2190-01-01',
      stateReason: 'Cheap.',
    });
  });

  test('can end in another debt of the workspace, not in itself, a deleted one or a circle', async () => {
    const [kept, gone, twin] = await Promise.all(
      ['Kept', 'Gone', 'Twin'].map((title) => editor.create({ workspace, title })),
    );
    if (!kept || !gone || !twin) throw new Error('three debts were made');
    await editor.delete({ workspace, key: gone.key });
    const merge = (from: string, into: string) =>
      editor.update({ workspace, key: from, version: 1, state: 'withdrawn', closedAs: 'merged', mergedInto: into });
    for (const into of [twin.key, gone.key, 'TD-99999']) {
      expect(await refusedFields(merge(twin.key, into))).toEqual(['mergedInto']);
    }
    expect(await merge(twin.key, kept.key)).toMatchObject({ mergedInto: { key: kept.key, title: 'Kept' } });
    expect(await refusedFields(merge(kept.key, twin.key))).toEqual(['mergedInto']);
    const opened = await editor.update({
      workspace,
      key: twin.key,
      version: 2,
      state: 'open',
      reason: 'Not the same.',
    });
    expect(opened).toMatchObject({ state: 'open', mergedInto: null, closedAs: null });
  });

  test('follows from the verdict that something is no debt', async () => {
    const debt = await editor.create({ workspace, title: 'Taste', notDebtReason: 'matterOfTaste' });
    expect(debt).toMatchObject({ state: 'withdrawn', closedAs: 'invalid', notDebtReason: 'matterOfTaste' });
  });
});

describe('a deleted debt', () => {
  test('leaves a tombstone that says who and when, takes no changes, and comes back whole', async () => {
    const debt = await editor.create({
      workspace,
      title: 'The address form exists twice',
      ...factors,
      services: ['tax'],
    });
    const gone = await admin.delete({ workspace, key: debt.key, version: 1 });
    expect(gone).toMatchObject({ deletedBy: 'Admin Person', abilities: { edit: false, delete: false, restore: true } });
    expect(gone.deletedAt).toBeInstanceOf(Date);
    const late = await refusal(editor.update({ workspace, key: debt.key, version: 2, title: 'Late' }));
    expect(late.code).toBe('conflict');
    expect(await editor.similar({ workspace, title: 'address form exists' })).toEqual([]);
    const back = await editor.restore({ workspace, key: debt.key });
    expect(back).toMatchObject({ deletedAt: null, deletedBy: null, score: 17.3, services: [{ key: 'tax' }] });
    expect(await editor.scores({ workspace, key: debt.key })).toHaveLength(1);
  });

  test('is deleted once however often it is asked for, and an outdated wish is refused with the record', async () => {
    const { key } = await editor.create({ workspace, title: 'Twice' });
    await editor.update({ workspace, key, version: 1, effortDays: 2 });
    expect((await refusal(editor.delete({ workspace, key, version: 1 }))).code).toBe('stale');
    const first = await editor.delete({ workspace, key });
    expect(await editor.delete({ workspace, key })).toEqual(first);
  });
});

describe('the activity of a debt', () => {
  test('tells who did what, newest first, with the scores and the state it moved between', async () => {
    const { key } = await editor.create({ workspace, title: 'Watched', ...factors });
    await admin.update({ workspace, key, version: 1, velocityTax: 5, effortDays: 3, reason: 'Slower.' });
    await editor.update({ workspace, key, version: 2, state: 'planned' });
    await editor.delete({ workspace, key });
    expect(await editor.activity({ workspace, key })).toMatchObject([
      { action: 'debt.delete', actor: 'Editor Person', state: null, score: null },
      { action: 'debt.update', actor: 'Editor Person', fields: ['state'], state: 'planned', score: null },
      {
        action: 'debt.update',
        actor: 'Admin Person',
        fields: ['velocityTax', 'effortDays'],
        score: { fromThirds: 52, toThirds: 56 },
      },
      { action: 'debt.create', actor: 'Editor Person' },
    ]);
  });
});

describe('debts that look alike', () => {
  test('are found by words and their beginnings, and signs of a query language are only signs', async () => {
    const debt = await editor.create({ workspace, title: 'Ledger retries have no jitter' });
    const keys = async (title: string) => (await editor.similar({ workspace, title })).map((one) => one.key);
    expect(await keys('retry the ledger')).toContain(debt.key);
    expect(await keys('jitter\' | !( & :* \\ ); DROP TABLE "Debt"')).toContain(debt.key);
    expect(await keys('!!! & | ()')).toEqual([]);
    expect(await keys('')).toEqual([]);
  });
});

describe('another tenant', () => {
  test('does not exist: its debts, people, teams and services are not found, each by its field', async () => {
    const theirs = await callerOf(stranger, 'editor').create({ workspace: stranger.slug, title: 'Theirs' });
    const { key } = await editor.create({ workspace, title: 'Ours' });
    const change = (fields: object) => refusedFields(editor.update({ workspace, key, version: 1, ...fields }));
    expect(await change({ owner: stranger.people.editor.memberId })).toEqual(['owner']);
    expect(await change({ owner: stranger.people.editor.email })).toEqual(['owner']);
    expect(await change({ team: 'elsewhere' })).toEqual(['team']);
    expect(await change({ services: ['checkout', 'theirs'] })).toEqual(['services']);
    expect((await refusal(callerOf(tenant, 'owner').get({ workspace: stranger.slug, key: theirs.key }))).code).toBe(
      'notFound',
    );
    expect((await editor.get({ workspace, key })).version).toBe(1);
  });

  test('a key with another prefix or number is not found', async () => {
    expect((await refusal(editor.get({ workspace, key: 'XX-1' }))).code).toBe('notFound');
    expect((await refusal(editor.get({ workspace, key: 'TD-999999999' }))).code).toBe('notFound');
  });
});

const megabyte = 'x'.repeat(1_000_000);
const badFields: [string, Record<string, unknown>][] = [
  ...['impact', 'likelihood', 'velocityTax', 'remediationCost'].flatMap((name): [string, Record<string, unknown>][] =>
    [0, 6, 4.5, '5 ', '5', Number.NaN, true, [5]].map((value) => [name, { [name]: value }]),
  ),
  ...['', '   ', megabyte, 'null \u0000', 'bell \u0007', 'half an emoji \ud83d', 'two\nlines', 7, null].map(
    (title): [string, Record<string, unknown>] => ['title', { title }],
  ),
  ['description', { description: megabyte }],
  ['productSentence', { productSentence: 'x'.repeat(501) }],
  ...[0, -1, 4.25, 5001, '9', Number.POSITIVE_INFINITY].map((effortDays): [string, Record<string, unknown>] => [
    'effortDays',
    { effortDays },
  ]),
  ...[-1, 0.25, 10_001, '14'].map((value): [string, Record<string, unknown>] => [
    'interestHoursPerMonth',
    { interestHoursPerMonth: value },
  ]),
  ...['2026-02-30', '21/11/2026', '0001-01-01', 'soon', 20261121].map((value): [string, Record<string, unknown>] => [
    'revisitOn',
    { revisitOn: value },
  ]),
  ['incurredOn', { incurredOn: '2026-13-01' }],
  ['quadrant', { quadrant: 'prudent' }],
  ['labels', { labels: Array.from({ length: 31 }, (_, index) => `label ${index}`) }],
  ['labels.0', { labels: [''] }],
  ['services', { services: ['\'; DROP TABLE "Service"; --'] }],
  ['owner', { owner: "' OR 1=1 --" }],
  ['owner', { owner: newId() }],
  ['notDebtReason', { notDebtReason: '' }],
  ['reason', { reason: 'x'.repeat(1001) }],
  ['mergedInto', { mergedInto: 'TD-0' }],
  ['score', { score: 20 }],
  ['version', { version: 0 }],
  ['workspaceId', { workspaceId: newId() }],
];

describe('bad input', () => {
  test.each(badFields.map(([path, change], index) => ({ path, change, index })))(
    'on $path is refused by name and writes nothing ($index)',
    async ({ path, change }) => {
      const debt = await editor.create({ workspace, title: 'Whole', ...factors });
      const sent = { workspace, key: debt.key, version: 1, reason: 'Tried.', ...change };
      expect(await refusedFields(editor.update(sent))).toContain(path);
      expect(await editor.get({ workspace, key: debt.key })).toEqual(debt);
    },
  );

  test('names every wrong field at once', async () => {
    const wrong = editor.create({ workspace, title: '', impact: 6, effortDays: 0.3, labels: ['ok'] });
    expect(await refusedFields(wrong)).toEqual(['title', 'impact', 'effortDays']);
  });

  test.each([
    '😀 emoji 👩‍👩‍👧‍👦 and ﷽',
    'مهلة واجهة الضرائب',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    'Robert\'); DROP TABLE "Debt";--',
    '=HYPERLINK("http://example.test")',
    '{{7*7}} $(id) %00 ../../etc/passwd',
  ])('%s is only text: kept as it was typed', async (title) => {
    const { key } = await editor.create({ workspace, title, description: title, labels: [title.slice(0, 50)] });
    expect(await editor.get({ workspace, key })).toMatchObject({
      title,
      description: title,
      labels: [title.slice(0, 50)],
    });
  });
});

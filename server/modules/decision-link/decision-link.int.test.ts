import { beforeAll, describe, expect, test } from 'vitest';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

type Caller = ReturnType<typeof callerFor>;
let tenant: Tenant;
let editor: Caller;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerFor(tenant.people.editor);
  await callerFor(tenant.people.admin).register.create({ workspace, slug: 'core', name: 'Core' });
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

const get = (id: string) => editor.decision.get({ workspace, id });
const draft = (title: string): Promise<DecisionRecord> =>
  editor.decision.create({ workspace, register: 'core', title, body: 'Text.' });

async function accepted(title: string): Promise<DecisionRecord> {
  const { id } = await draft(title);
  await editor.decision.transition({ workspace, id, to: 'proposed' });
  return editor.decision.transition({ workspace, id, to: 'accepted' });
}

type Relate = Parameters<Caller['decision']['relate']>[0];
const relate = (from: DecisionRecord, to: DecisionRecord, type: Relate['type'], rest: Partial<Relate> = {}) =>
  editor.decision.relate({ workspace, id: from.id, target: to.id, type, ...rest });

describe('a relation', () => {
  test('is stored once and worded from either side', async () => {
    const [a, b] = [await draft('A'), await draft('B')];
    const from = await relate(a, b, 'dependsOn', { note: 'for the queue' });
    expect(from.relations).toMatchObject([{ type: 'dependsOn', direction: 'from', decision: { title: 'B' } }]);
    expect((await get(b.id)).relations).toMatchObject([
      { type: 'dependsOn', direction: 'to', note: 'for the queue', decision: { title: 'A' } },
    ]);
  });

  test('that is there already is refused; one that holds both ways counts from either side', async () => {
    const [a, b] = [await draft('A'), await draft('B')];
    await relate(a, b, 'conflicts');
    expect(await refusal(relate(a, b, 'conflicts'))).toMatchObject({ code: 'conflict' });
    expect(await refusal(relate(b, a, 'conflicts'))).toMatchObject({ code: 'conflict' });
  });

  test('to itself, or in part where that means nothing, is refused', async () => {
    const [a, b] = [await draft('A'), await draft('B')];
    expect(await refusal(relate(a, a, 'relates'))).toMatchObject({ code: 'invalid', fields: [{ path: 'target' }] });
    const partial = relate(a, b, 'dependsOn', { partial: true });
    expect(await refusal(partial)).toMatchObject({ code: 'invalid', fields: [{ path: 'partial' }] });
  });

  test('that closes a circle is refused and says which, also over a third record', async () => {
    const [a, b, c] = [await draft('A'), await draft('B'), await draft('C')];
    await relate(a, b, 'dependsOn');
    await relate(b, c, 'dependsOn');
    const error = await refusal(relate(c, a, 'dependsOn'));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.userMessage).toContain('“C” → “A” → “B” → “C”');
    await relate(c, a, 'amends');
  });

  test('from one in force supersedes in whole at once; made partial or whole later, it is the same relation', async () => {
    const [a, b, c] = [await accepted('A'), await accepted('B'), await accepted('C')];
    await relate(a, b, 'supersedes');
    expect((await get(b.id)).status).toBe('superseded');
    await relate(a, c, 'supersedes', { partial: true });
    expect((await get(c.id)).status).toBe('accepted');
    const whole = await relate(a, c, 'supersedes');
    expect(whole.relations).toHaveLength(2);
    expect((await get(c.id)).status).toBe('superseded');
  });

  test('is taken away from either end, and statuses stay', async () => {
    const [a, b] = [await accepted('A'), await accepted('B')];
    const { relations } = await relate(a, b, 'supersedes');
    const relation = relations[0]?.id ?? '';
    const left = await editor.decision.unrelate({ workspace, id: b.id, relation });
    expect(left).toMatchObject({ relations: [], status: 'superseded' });
    expect(left.warnings).toMatchObject([{ code: 'missingBackLink' }]);
    const again = editor.decision.unrelate({ workspace, id: a.id, relation });
    expect(await refusal(again)).toMatchObject({ code: 'notFound' });
  });

  test('of two other records is not taken away', async () => {
    const [a, b, c] = [await draft('A'), await draft('B'), await draft('C')];
    const { relations } = await relate(a, b, 'relates');
    const work = editor.decision.unrelate({ workspace, id: c.id, relation: relations[0]?.id ?? '' });
    expect(await refusal(work)).toMatchObject({ code: 'notFound' });
  });
});

describe('warnings', () => {
  test('name the accepted record that rests on a superseded one, at both ends', async () => {
    const [base, top, next] = [await accepted('Base'), await accepted('Top'), await accepted('Next')];
    await relate(top, base, 'dependsOn');
    await relate(next, base, 'supersedes');
    expect((await get(top.id)).warnings).toMatchObject([{ code: 'restsOnSuperseded', decisionId: base.id }]);
    expect((await get(base.id)).warnings).toMatchObject([{ code: 'restsOnSuperseded', decisionId: top.id }]);
  });

  test('name a circle and a link that leads nowhere, as imports bring them', async () => {
    const { workspaceId } = tenant;
    const [a, b] = [await accepted('A'), await accepted('B')];
    const row = { workspaceId, type: 'supersedes' as const, createdAt: now() };
    await database().decisionRelation.createMany({
      data: [
        { ...row, id: newId(), fromId: a.id, toId: b.id, partial: true },
        { ...row, id: newId(), fromId: b.id, toId: a.id, partial: true },
        { ...row, id: newId(), fromId: a.id, toId: null, targetText: '0099-gone.md' },
      ],
    });
    const { warnings } = await get(a.id);
    expect(warnings.map(({ code }) => code)).toEqual(['unresolved', 'cycle']);
    expect(warnings[0]?.message).toContain('0099-gone.md');
    expect(warnings[1]?.message).toMatch(/A” → .*B” → .*A”/);
  });
});

describe('a debt of a decision', () => {
  const factors = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };

  test('shows with its score and its rank among the open ones', async () => {
    const debt = await editor.debt.create({ workspace, title: 'Retry storm', ...factors });
    await editor.debt.create({ workspace, title: 'Small', ...factors, impact: 1 });
    const { id } = await draft('Incurring');
    const linked = await editor.decision.linkDebt({ workspace, id, debt: debt.key, kind: 'incurs' });
    expect(linked.debts).toEqual([
      { kind: 'incurs', key: debt.key, title: 'Retry storm', state: 'open', score: 17.3, rank: 1, of: 2 },
    ]);
    const changed = await editor.decision.linkDebt({ workspace, id, debt: debt.key.toLowerCase(), kind: 'resolves' });
    expect(changed.debts).toMatchObject([{ kind: 'resolves', key: debt.key }]);
    const cleared = await editor.decision.unlinkDebt({ workspace, id, debt: debt.key });
    expect(cleared.debts).toEqual([]);
    const again = editor.decision.unlinkDebt({ workspace, id, debt: debt.key });
    expect(await refusal(again)).toMatchObject({ code: 'notFound' });
  });

  test('that is resolved has no rank, one that was deleted is not linked, and an unknown one is not there', async () => {
    const { id } = await draft('Resolving');
    const closed = await editor.debt.create({ workspace, title: 'Closed', ...factors });
    await editor.debt.update({ workspace, key: closed.key, version: 1, state: 'resolved', reason: 'done' });
    const linked = await editor.decision.linkDebt({ workspace, id, debt: closed.key, kind: 'resolves' });
    expect(linked.debts).toMatchObject([{ score: 17.3, rank: null }]);
    const gone = await editor.debt.create({ workspace, title: 'Gone' });
    await editor.debt.delete({ workspace, key: gone.key });
    const link = (debt: string) => editor.decision.linkDebt({ workspace, id, debt, kind: 'incurs' });
    expect(await refusal(link(gone.key))).toMatchObject({ code: 'conflict' });
    expect(await refusal(link('TD-99999'))).toMatchObject({ code: 'notFound' });
    expect(await refusal(link('XX-1'))).toMatchObject({ code: 'notFound' });
  });
});

describe('a successor', () => {
  test('is not begun for a record that is still to be decided', async () => {
    const { id } = await draft('Open');
    expect(await refusal(editor.decision.succeed({ workspace, id }))).toMatchObject({ code: 'conflict' });
  });

  test('begins with text, tags and services of the record, in part when asked so', async () => {
    const { id } = await accepted('Old');
    const draft = await editor.decision.succeed({ workspace, id, partial: true, note: 'The cache only' });
    expect(draft).toMatchObject({
      title: 'Old',
      body: 'Text.',
      status: 'draft',
      owner: { email: tenant.people.editor.email },
    });
    expect(draft.relations).toMatchObject([
      { type: 'supersedes', partial: true, note: 'The cache only', decision: { id } },
    ]);
  });
});

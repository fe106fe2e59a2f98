import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { dayMs, fromNow, today } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
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

const first = '## Context\n\nWe keep events for 30 days.\n\n## Decision\n\nOne table.';

async function threeRevisions(): Promise<DecisionRecord> {
  const { id } = await editor.decision.create({ workspace, register: 'core', title: 'Events', body: first });
  const proposed = await editor.decision.transition({ workspace, id, to: 'proposed' });
  const second = await editor.decision.update({
    workspace,
    id,
    version: proposed.version,
    body: first.replace('30', '90'),
    note: 'Longer',
  });
  return editor.decision.update({ workspace, id, version: second.version, title: 'Order events' });
}

describe('revisions', () => {
  test('are listed the newest first, with the words each added and removed', async () => {
    const { id } = await threeRevisions();
    const rows = await editor.decisionRevision.list({ workspace, decision: id });
    expect(rows).toMatchObject([
      { number: 3, title: 'Order events', note: '', added: 2, removed: 1, author: 'Editor Person' },
      { number: 2, title: 'Events', note: 'Longer', added: 1, removed: 1 },
      { number: 1, title: 'Events', added: 11, removed: 0 },
    ]);
  });

  test('are counted anew after the first draft was rewritten', async () => {
    const draft = await editor.decision.create({ workspace, register: 'core', title: 'One', body: 'two three' });
    const counts = async () => (await editor.decisionRevision.list({ workspace, decision: draft.id }))[0]?.added;
    expect(await counts()).toBe(3);
    await editor.decision.update({ workspace, id: draft.id, version: draft.version, body: 'two three four' });
    expect(await counts()).toBe(4);
  });

  test('are read as they were, and one that is not there is not found', async () => {
    const { id } = await threeRevisions();
    expect(await editor.decisionRevision.get({ workspace, decision: id, number: 1 })).toMatchObject({ body: first });
    const missing = editor.decisionRevision.get({ workspace, decision: id, number: 4 });
    expect(await refusal(missing)).toMatchObject({ code: 'notFound' });
  });

  test('differ by section and word, in the direction that is asked for', async () => {
    const { id } = await threeRevisions();
    const difference = (from: number, to: number) =>
      editor.decisionRevision.difference({ workspace, decision: id, from, to });
    const { sections } = await difference(1, 3);
    expect(sections.map(({ heading, state }) => [heading, state])).toEqual([
      ['Title', 'changed'],
      ['Context', 'changed'],
      ['Decision', 'same'],
    ]);
    expect(sections[1]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '30' },
      { kind: 'added', text: '90' },
    ]);
    const back = await difference(2, 1);
    expect(back.sections[0]?.parts.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '30' }]);
    expect(await refusal(difference(1, 9))).toMatchObject({ code: 'notFound' });
  });

  test('come back as new ones, and the same text makes none', async () => {
    const decision = await threeRevisions();
    const restore = (number: number, version: number) =>
      editor.decisionRevision.restore({ workspace, decision: decision.id, number, version });
    const back = await restore(1, decision.version);
    expect(back).toMatchObject({ revision: 4, title: 'Events', body: first });
    const rows = await editor.decisionRevision.list({ workspace, decision: decision.id });
    expect(rows[0]).toMatchObject({ number: 4, note: 'Back to revision 1' });
    expect((await restore(1, back.version)).revision).toBe(4);
    expect(await refusal(restore(2, decision.version))).toMatchObject({ code: 'stale' });
  });
});

describe('as it stood on a day', () => {
  test('is the revision, status and number at the end of that day, and nothing before the record', async () => {
    const decision = await threeRevisions();
    await editor.decision.transition({ workspace, id: decision.id, to: 'accepted' });
    const { workspaceId } = tenant;
    const ago = (days: number) => fromNow(-days * dayMs);
    const where = { workspaceId, decisionId: decision.id };
    await database().decision.update({
      where: { workspaceId_id: { workspaceId, id: decision.id } },
      data: { createdAt: ago(9) },
    });
    await database().decisionRevision.updateMany({ where: { ...where, number: 1 }, data: { createdAt: ago(8) } });
    await database().decisionRevision.updateMany({ where: { ...where, number: 2 }, data: { createdAt: ago(4) } });
    await database().decisionAct.updateMany({ where: { ...where, toStatus: 'proposed' }, data: { at: ago(6) } });
    const asOf = (days: number) =>
      editor.decisionRevision.asOf({ workspace, decision: decision.id, day: addDays(today(), -days) });
    expect(await asOf(10)).toBe(null);
    expect(await asOf(9)).toEqual({ revision: 1, status: 'draft', number: null });
    expect(await asOf(7)).toEqual({ revision: 1, status: 'draft', number: null });
    expect(await asOf(6)).toEqual({ revision: 1, status: 'proposed', number: null });
    expect(await asOf(4)).toEqual({ revision: 2, status: 'proposed', number: null });
    expect(await asOf(0)).toEqual({ revision: 3, status: 'accepted', number: 1 });
  });
});

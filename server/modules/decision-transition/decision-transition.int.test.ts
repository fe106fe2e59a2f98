import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { today } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

type Caller = ReturnType<typeof callerFor>;
let tenant: Tenant;
let editor: Caller;
let admin: Caller;
let commenter: Caller;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerFor(tenant.people.editor);
  admin = callerFor(tenant.people.admin);
  commenter = callerFor(tenant.people.commenter);
  await admin.register.create({ workspace, slug: 'core', name: 'Core' });
  await admin.register.create({ workspace, slug: 'strict', name: 'Strict', approvalsRequired: 2 });
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

async function proposed(title: string, register = 'core'): Promise<DecisionRecord> {
  const { id } = await editor.decision.create({ workspace, register, title, body: 'Text.' });
  return editor.decision.transition({ workspace, id, to: 'proposed' });
}

async function accepted(title: string): Promise<DecisionRecord> {
  const { id } = await proposed(title);
  return editor.decision.transition({ workspace, id, to: 'accepted' });
}

const get = (id: string) => editor.decision.get({ workspace, id });

describe('a transition', () => {
  test('is recorded with who, when and why, and names the day of the record', async () => {
    const { id } = await proposed('Recorded');
    const decision = await admin.decision.transition({ workspace, id, to: 'rejected', reason: 'Too dear' });
    expect(decision).toMatchObject({ status: 'rejected', date: today(), number: null, transitions: ['draft'] });
    expect(decision.acts).toMatchObject([
      { kind: 'transition', from: 'proposed', to: 'rejected', reason: 'Too dear', by: 'Admin Person', revision: 1 },
      { from: 'draft', to: 'proposed', by: 'Editor Person' },
    ]);
  });

  test('that is not allowed is a conflict that lists the allowed ones and changes nothing', async () => {
    const { id } = await editor.decision.create({ workspace, register: 'core', title: 'Draft' });
    const error = await refusal(editor.decision.transition({ workspace, id, to: 'accepted' }));
    expect(error).toMatchObject({ code: 'conflict', details: { status: 'draft', allowed: ['proposed'] } });
    expect(await get(id)).toMatchObject({ status: 'draft', number: null, acts: [] });
  });

  test('off the plain way needs a reason', async () => {
    const { id } = await proposed('Reasoned');
    for (const reason of ['', '   ']) {
      const error = await refusal(editor.decision.transition({ workspace, id, to: 'rejected', reason }));
      expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'reason' }] });
    }
  });

  test('on an old version is refused with the record as it is', async () => {
    const { id, version } = await proposed('Raced');
    await editor.decision.update({ workspace, id, version, body: 'Other.' });
    const error = await refusal(editor.decision.transition({ workspace, id, version, to: 'accepted' }));
    expect(error).toMatchObject({ code: 'stale', details: { current: { body: 'Other.' } } });
    expect((await get(id)).status).toBe('proposed');
  });
});

describe('numbers', () => {
  test('of parallel acceptances follow one another without a gap or a double', async () => {
    await admin.register.create({ workspace, slug: 'busy', name: 'Busy' });
    const drafts: DecisionRecord[] = [];
    for (let index = 0; index < 8; index += 1) drafts.push(await proposed(`Parallel ${index}`, 'busy'));
    const done = await Promise.all(
      drafts.map(({ id }) => editor.decision.transition({ workspace, id, to: 'accepted' })),
    );
    expect(done.map(({ number }) => number).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await admin.register.get({ workspace, slug: 'busy' })).lastNumber).toBe(8);
  });

  test('of one record accepted twice at once is one', async () => {
    await admin.register.create({ workspace, slug: 'once', name: 'Once' });
    const { id } = await proposed('Only once', 'once');
    const accept = () => editor.decision.transition({ workspace, id, to: 'accepted' });
    const results = await Promise.allSettled([accept(), accept()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await admin.register.get({ workspace, slug: 'once' })).lastNumber).toBe(1);
  });

  test('stay when a record is taken back into force, and are not given again when it is deleted', async () => {
    await admin.register.create({ workspace, slug: 'keep', name: 'Keep' });
    const first = await proposed('First', 'keep');
    await editor.decision.transition({ workspace, id: first.id, to: 'accepted' });
    await editor.decision.transition({ workspace, id: first.id, to: 'deprecated', reason: 'Old' });
    const back = await editor.decision.transition({ workspace, id: first.id, to: 'accepted', reason: 'Needed' });
    expect(back.number).toBe(1);
    await editor.decision.delete({ workspace, id: first.id });
    const second = await proposed('Second', 'keep');
    expect((await editor.decision.transition({ workspace, id: second.id, to: 'accepted' })).number).toBe(2);
  });

  test('that a record came with stay at its acceptance', async () => {
    const { id } = await proposed('Imported');
    await database().decision.update({
      where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
      data: { number: 700 },
    });
    expect((await editor.decision.transition({ workspace, id, to: 'accepted' })).number).toBe(700);
  });
});

describe('a register that asks for two approvals', () => {
  const approve = (caller: Caller, id: string, revision = 1) =>
    caller.decisionReview.answer({ workspace, decision: id, revision, kind: 'approve' });
  const accept = (id: string) => editor.decision.transition({ workspace, id, to: 'accepted' });

  test('refuses an acceptance before, and says how many are missing', async () => {
    const { id } = await proposed('Strict', 'strict');
    await approve(commenter, id);
    const error = await refusal(accept(id));
    expect(error).toMatchObject({ code: 'conflict', details: { required: 2, approvals: 1, missing: 1 } });
    expect(error.details?.allowed).toEqual(['rejected', 'draft']);
    expect(error.userMessage).toContain('1 missing');
    await approve(admin, id);
    expect((await accept(id)).status).toBe('accepted');
  });

  test('does not count approvals of a text that was changed since', async () => {
    const { id, version } = await proposed('Changed', 'strict');
    await approve(commenter, id);
    await approve(admin, id);
    await editor.decision.update({ workspace, id, version, body: 'Another text.' });
    expect(await refusal(accept(id))).toMatchObject({ details: { missing: 2 } });
  });

  test('refuses while somebody asks for changes, whatever the number of approvals', async () => {
    const { id } = await proposed('Disputed', 'strict');
    await approve(commenter, id);
    await approve(admin, id);
    const owner = callerFor(tenant.people.owner);
    const demand = { kind: 'requestChanges' as const, comment: 'Name the rollback.' };
    await owner.decisionReview.answer({ workspace, decision: id, revision: 1, ...demand });
    expect(await refusal(accept(id))).toMatchObject({ code: 'conflict', details: { missing: 0, changesRequested: 1 } });
    await approve(owner, id);
    expect((await accept(id)).status).toBe('accepted');
  });

  test('lets a record back into force that was approved before', async () => {
    const { id } = await proposed('Returned', 'strict');
    await approve(commenter, id);
    await approve(admin, id);
    const { version } = await accept(id);
    const old = await editor.decision.transition({ workspace, id, to: 'deprecated', reason: 'Old', version });
    await editor.decision.update({ workspace, id, version: old.version, body: 'Edited.' });
    const back = await editor.decision.transition({ workspace, id, to: 'accepted', reason: 'Needed' });
    expect(back.status).toBe('accepted');
  });
});

describe('superseding', () => {
  test('in whole makes the other superseded with an act of its own, and both ends show it', async () => {
    const old = await accepted('Old way');
    const { id } = await proposed('New way');
    const now = await editor.decision.transition({ workspace, id, to: 'accepted', supersedes: [{ target: old.id }] });
    expect(now.relations).toMatchObject([{ type: 'supersedes', direction: 'from', decision: { id: old.id } }]);
    const other = await get(old.id);
    expect(other).toMatchObject({ status: 'superseded', supersededBy: { id, number: now.number } });
    expect(other.relations).toMatchObject([{ type: 'supersedes', direction: 'to', decision: { id } }]);
    expect(other.acts[0]).toMatchObject({ from: 'accepted', to: 'superseded', by: 'Editor Person' });
    expect(other.acts[0]?.reason).toContain(`${now.number}. New way`);
    expect([...now.warnings, ...other.warnings]).toEqual([]);
  });

  test('in part leaves the other in force', async () => {
    const old = await accepted('Big');
    const { id } = await proposed('Part of it');
    await editor.decision.transition({
      workspace,
      id,
      to: 'accepted',
      supersedes: [{ target: old.id, partial: true }],
    });
    expect(await get(old.id)).toMatchObject({ status: 'accepted', supersededBy: null, warnings: [] });
  });

  test('by a draft begun as a successor happens at its acceptance, not before', async () => {
    const old = await accepted('Predecessor');
    const draft = await editor.decision.succeed({ workspace, id: old.id, note: 'Learned' });
    expect(draft).toMatchObject({ status: 'draft', title: 'Predecessor', body: 'Text.', number: null });
    expect(await get(old.id)).toMatchObject({ status: 'accepted', supersededBy: null });
    await editor.decision.transition({ workspace, id: draft.id, to: 'proposed' });
    // Named once more at the acceptance, as a dialog does that shows what will happen.
    const supersedes = [{ target: old.id }];
    const done = await editor.decision.transition({ workspace, id: draft.id, to: 'accepted', supersedes });
    expect(done.relations).toHaveLength(1);
    expect(await get(old.id)).toMatchObject({ status: 'superseded', supersededBy: { id: draft.id } });
  });

  test('asked for in part at the acceptance of a successor in whole is in part', async () => {
    const old = await accepted('Half');
    const { id } = await editor.decision.succeed({ workspace, id: old.id });
    await editor.decision.transition({ workspace, id, to: 'proposed' });
    const supersedes = [{ target: old.id, partial: true }];
    const done = await editor.decision.transition({ workspace, id, to: 'accepted', supersedes });
    expect(done.relations).toMatchObject([{ partial: true }]);
    expect((await get(old.id)).status).toBe('accepted');
  });

  test('names the successor from the old side; one that is not decided yet is refused', async () => {
    const old = await accepted('To give way');
    const open = await proposed('Not yet');
    const give = (by: string) =>
      editor.decision.transition({ workspace, id: old.id, to: 'superseded', reason: 'Replaced', supersededBy: by });
    expect(await refusal(give(open.id))).toMatchObject({ code: 'conflict', details: { status: 'proposed' } });
    const done = await accepted('Done');
    expect(await give(done.id)).toMatchObject({ status: 'superseded', supersededBy: { id: done.id } });
  });

  test('what was never in force, itself, or another tenant’s record is refused, and nothing of it is kept', async () => {
    const { id } = await proposed('Overreaching');
    const draft = await editor.decision.create({ workspace, register: 'core', title: 'A draft' });
    const unknown = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';
    for (const [target, code] of [
      [draft.id, 'conflict'],
      [id, 'conflict'],
      [unknown, 'notFound'],
    ] as const) {
      const work = editor.decision.transition({ workspace, id, to: 'accepted', supersedes: [{ target }] });
      expect(await refusal(work)).toMatchObject({ code });
    }
    expect(await get(id)).toMatchObject({ status: 'proposed', number: null, relations: [] });
  });

  test('of each other at once ends with one of them in force', async () => {
    const [a, b] = [await accepted('Either'), await accepted('Or')];
    const results = await Promise.allSettled([
      editor.decision.relate({ workspace, id: a.id, target: b.id, type: 'supersedes' }),
      editor.decision.relate({ workspace, id: b.id, target: a.id, type: 'supersedes' }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const statuses = [(await get(a.id)).status, (await get(b.id)).status];
    expect(statuses.toSorted()).toEqual(['accepted', 'superseded']);
  });
});

describe('coming back', () => {
  const later = addDays(today(), 90);

  async function dueRecord(fields: { revisitOn?: string; revisitCondition?: string; expiresOn?: string }) {
    const { id, version } = await accepted('Due');
    return editor.decision.update({ workspace, id, version, ...fields });
  }

  test('reaffirming records why and sets the next date; a date that had come is gone', async () => {
    const due = await dueRecord({ revisitOn: today(), expiresOn: addDays(today(), -1) });
    expect(due.due).toBe('expired');
    const reaffirm = { reason: 'Load is at a third', revisitOn: later };
    const held = await editor.decision.reaffirm({ workspace, id: due.id, ...reaffirm });
    expect(held).toMatchObject({ due: null, revisitOn: later, expiresOn: later, status: 'accepted', revision: 1 });
    expect(held.acts[0]).toMatchObject({ kind: 'reaffirm', reason: 'Load is at a third', revisitOn: later });
  });

  test('reaffirming without a date clears it, and leaves an expiry that is to come', async () => {
    const due = await dueRecord({ revisitOn: today(), expiresOn: later });
    const held = await editor.decision.reaffirm({ workspace, id: due.id, reason: 'Fine', revisitOn: null });
    expect(held).toMatchObject({ due: null, revisitOn: null, expiresOn: later });
  });

  test('the next date is one to come', async () => {
    const due = await dueRecord({ revisitOn: today() });
    const work = editor.decision.reaffirm({ workspace, id: due.id, reason: 'Fine', revisitOn: today() });
    expect(await refusal(work)).toMatchObject({ code: 'invalid', fields: [{ path: 'revisitOn' }] });
  });

  test('a condition that is met makes it due once; reaffirming opens the condition again', async () => {
    const { id } = await dueRecord({ revisitCondition: 'More than 5 regions' });
    const met = await editor.decision.conditionMet({ workspace, id, reason: 'Six since May' });
    expect(met).toMatchObject({ due: 'conditionMet', conditionNote: 'Six since May' });
    expect(met.acts[0]).toMatchObject({ kind: 'conditionMet', reason: 'Six since May' });
    const again = editor.decision.conditionMet({ workspace, id, reason: 'Seven' });
    expect(await refusal(again)).toMatchObject({ code: 'conflict' });
    const held = await editor.decision.reaffirm({ workspace, id, reason: 'Fine', revisitOn: null });
    expect(held).toMatchObject({ due: null, conditionMetAt: null, conditionNote: '' });
    expect(await editor.decision.conditionMet({ workspace, id, reason: 'Eight' })).toMatchObject({
      due: 'conditionMet',
    });
  });

  test('only what is in force comes back, and a condition only where there is one', async () => {
    const open = await proposed('Open');
    const reaffirm = editor.decision.reaffirm({ workspace, id: open.id, reason: 'x', revisitOn: null });
    expect(await refusal(reaffirm)).toMatchObject({ code: 'conflict', details: { status: 'proposed' } });
    const { id } = await accepted('Unconditional');
    const work = editor.decision.conditionMet({ workspace, id, reason: 'x' });
    expect(await refusal(work)).toMatchObject({ code: 'conflict' });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';
import type { DecisionRecord } from './contract';

type Caller = ReturnType<typeof callerFor>;
let tenant: Tenant;
let editor: Caller;
let owner: Caller;
let commenter: Caller;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerFor(tenant.people.editor);
  owner = callerFor(tenant.people.owner);
  commenter = callerFor(tenant.people.commenter);
  await owner.register.create({ workspace, slug: 'core', name: 'Core' });
  await owner.service.create({ workspace, key: 'checkout', name: 'Checkout', tier: 'critical' });
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

async function inputRefusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function draft(fields: { title?: string; body?: string; productSentence?: string } = {}): Promise<DecisionRecord> {
  return editor.decision.create({ workspace, register: 'core', title: 'Use Postgres', body: 'First text.', ...fields });
}

async function proposed(fields: Parameters<typeof draft>[0] = {}): Promise<DecisionRecord> {
  const { id } = await draft(fields);
  return editor.decision.transition({ workspace, id, to: 'proposed' });
}

const revisionsOf = (id: string) =>
  database().decisionRevision.findMany({
    where: { workspaceId: tenant.workspaceId, decisionId: id },
    orderBy: { number: 'asc' },
  });

describe('a new decision', () => {
  test('is a draft without a number, owned by its author, that begins with the register’s template', async () => {
    const decision = await editor.decision.create({ workspace, register: 'core', title: '  Use Postgres ' });
    expect(decision).toMatchObject({ title: 'Use Postgres', status: 'draft', number: null, revision: 1, version: 1 });
    expect(decision).toMatchObject({ template: 'minimal', owner: { id: tenant.people.editor.memberId } });
    expect(decision.body).toContain('## Context');
    expect(decision.transitions).toEqual(['proposed']);
  });

  test('takes facts along, and people by their id or address', async () => {
    const decision = await editor.decision.create({
      workspace,
      register: 'core',
      title: 'With facts',
      body: '',
      owner: tenant.people.owner.email.toUpperCase(),
      services: ['checkout'],
      tags: ['Storage', 'storage'],
      triggers: ['dataFlow', 'dataFlow'],
      revisitOn: '2030-01-31',
      checklist: { rollback: 'Switch back.', cost: '' },
    });
    expect(decision).toMatchObject({ body: '', owner: { email: tenant.people.owner.email }, tags: ['storage'] });
    expect(decision).toMatchObject({
      triggers: ['dataFlow'],
      services: [{ key: 'checkout' }],
      revisitOn: '2030-01-31',
    });
    expect(decision.checklist).toEqual({ rollback: 'Switch back.' });
  });

  test.each([
    [{ owner: 'nobody@example.test' }, 'owner'],
    [{ services: ['no-such'] }, 'services'],
    [{ template: 'no-such' }, 'template'],
  ])('cannot refer to what is not here: %o', async (fields, path) => {
    const work = editor.decision.create({ workspace, register: 'core', title: 'Bad', ...fields });
    expect(await refusal(work)).toMatchObject({ code: 'invalid', fields: [{ path }] });
  });

  test('with a title of a megabyte, of nothing, of two lines or with control characters is refused', async () => {
    for (const title of ['x'.repeat(1_000_000), ' ', 'a\nb', 'a\u0007b', 'a\u0000b', '\ud83d']) {
      const code = await inputRefusal(editor.decision.create({ workspace, register: 'core', title }));
      expect(code).toMatch(/BAD_REQUEST|UNPROCESSABLE/);
    }
  });

  test('cannot be made by somebody who may only comment', async () => {
    const work = commenter.decision.create({ workspace, register: 'core', title: 'Mine' });
    expect(await refusal(work)).toMatchObject({ code: 'forbidden' });
  });
});

describe('saving', () => {
  test('a draft that was never proposed keeps one revision', async () => {
    const { id, version } = await draft();
    const saved = await editor.decision.update({ workspace, id, version, body: 'Second text.' });
    expect(saved).toMatchObject({ revision: 1, body: 'Second text.', version: version + 1 });
    expect((await revisionsOf(id)).map(({ body }) => body)).toEqual(['Second text.']);
  });

  test('text of a proposed record is a new revision, and the one before stays as it was', async () => {
    const { id, version } = await proposed();
    const saved = await editor.decision.update({ workspace, id, version, title: 'Use Postgres 18', note: 'Newer' });
    expect(saved).toMatchObject({ revision: 2, title: 'Use Postgres 18', revisedBy: 'Editor Person' });
    expect((await revisionsOf(id)).map(({ title, note }) => [title, note])).toEqual([
      ['Use Postgres', ''],
      ['Use Postgres 18', 'Newer'],
    ]);
  });

  test('a record that went back to draft does not overwrite what was read as proposed', async () => {
    const { id } = await proposed();
    const back = await editor.decision.transition({ workspace, id, to: 'draft', reason: 'Not ready' });
    const saved = await editor.decision.update({ workspace, id, version: back.version, body: 'Better.' });
    expect(saved.revision).toBe(2);
    expect((await revisionsOf(id)).map(({ body }) => body)).toEqual(['First text.', 'Better.']);
  });

  test('facts only makes no revision, and equal values not even a version', async () => {
    const { id, version } = await proposed();
    const saved = await editor.decision.update({ workspace, id, version, tags: ['db'], services: ['checkout'] });
    expect(saved).toMatchObject({ revision: 1, version: version + 1, tags: ['db'] });
    const again = await editor.decision.update({
      workspace,
      id,
      version: saved.version,
      tags: ['db'],
      services: ['checkout'],
      body: 'First text.',
      title: 'Use Postgres',
    });
    expect(again).toMatchObject({ revision: 1, version: saved.version });
  });

  test('on an old version is refused with the record as it is, also when other fields were changed', async () => {
    const { id, version } = await proposed();
    await owner.decision.update({ workspace, id, version, tags: ['theirs'] });
    const error = await refusal(editor.decision.update({ workspace, id, version, body: 'Mine.' }));
    expect(error).toMatchObject({ code: 'stale', details: { current: { tags: ['theirs'], body: 'First text.' } } });
  });

  test('at the same time on one version lets one of two through', async () => {
    const { id, version } = await proposed();
    const results = await Promise.allSettled(
      [editor, owner].map((one, index) => one.decision.update({ workspace, id, version, body: `Text ${index}.` })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await revisionsOf(id)).toHaveLength(2);
  });

  test('text ends the verdicts that stand, facts do not', async () => {
    const { id, version } = await proposed();
    await commenter.decisionReview.answer({ workspace, decision: id, revision: 1, kind: 'approve' });
    const facts = await editor.decision.update({ workspace, id, version, tags: ['kept'] });
    expect(facts.approvals).toBe(1);
    const text = await editor.decision.update({ workspace, id, version: facts.version, body: 'Other.' });
    expect(text.approvals).toBe(0);
    const verdict = await database().decisionVerdict.findFirstOrThrow({
      where: { workspaceId: tenant.workspaceId, decisionId: id },
    });
    expect(verdict).toMatchObject({ revision: 1, endedAs: 'edited' });
  });

  test('text marks threads whose passage is gone, on a first draft too', async () => {
    const { id, version } = await draft({ body: 'We keep events for 30 days in one table.' });
    const anchor = { quote: '30 days', prefix: 'events for ', suffix: ' in one', revision: 1 };
    await commenter.thread.create({
      workspace,
      subject: { type: 'decision', id },
      anchor,
      body: 'Why 30?',
    });
    await editor.decision.update({ workspace, id, version, body: 'We keep events for 90 days in one table.' });
    const { data } = await editor.thread.list({ workspace, subject: { type: 'decision', id } });
    expect(data).toMatchObject([{ anchor: { quote: '30 days' }, changedInRevision: 1 }]);
  });
});

describe('typing that is not saved yet', () => {
  const typed = { title: 'Typed', productSentence: '', body: 'Half a sent', baseVersion: 1 };

  test('is kept for the member who types, shown to nobody else, and changes nothing', async () => {
    const { id, version } = await draft();
    await editor.decision.saveDraft({ workspace, id, draft: typed });
    await editor.decision.saveDraft({ workspace, id, draft: { ...typed, body: 'Half a sentence' } });
    expect(await editor.decision.get({ workspace, id })).toMatchObject({
      version,
      body: 'First text.',
      draft: { title: 'Typed', body: 'Half a sentence', baseVersion: 1 },
    });
    expect((await owner.decision.get({ workspace, id })).draft).toBe(null);
  });

  test('is forgotten when it is saved or thrown away', async () => {
    const { id, version } = await draft();
    await editor.decision.saveDraft({ workspace, id, draft: typed });
    expect((await editor.decision.update({ workspace, id, version, body: 'Saved.' })).draft).toBe(null);
    await editor.decision.saveDraft({ workspace, id, draft: typed });
    expect(await editor.decision.saveDraft({ workspace, id, draft: null })).toEqual({ updatedAt: null });
    expect((await editor.decision.get({ workspace, id })).draft).toBe(null);
  });

  test('survives a refused save', async () => {
    const { id, version } = await draft();
    await editor.decision.saveDraft({ workspace, id, draft: typed });
    await owner.decision.update({ workspace, id, version, body: 'Theirs.' });
    await refusal(editor.decision.update({ workspace, id, version, body: 'Mine.' }));
    expect((await editor.decision.get({ workspace, id })).draft).toMatchObject({ body: 'Half a sent' });
  });

  test('with a base version that no column holds is refused', async () => {
    const { id } = await draft();
    const work = editor.decision.saveDraft({ workspace, id, draft: { ...typed, baseVersion: 2 ** 40 } });
    expect(await inputRefusal(work)).toMatch(/BAD_REQUEST|UNPROCESSABLE/);
  });
});

describe('deleting', () => {
  test('leaves a tombstone that can be read and comes back as it was; twice is the same as once', async () => {
    const { id } = await draft();
    await editor.decision.delete({ workspace, id });
    const tombstone = await editor.decision.delete({ workspace, id });
    expect(tombstone).toMatchObject({
      deletedBy: 'Editor Person',
      transitions: [],
      abilities: { restore: true, edit: false },
    });
    const update = editor.decision.update({ workspace, id, version: tombstone.version, body: 'No.' });
    expect(await refusal(update)).toMatchObject({ code: 'conflict' });
    expect(await editor.decision.restore({ workspace, id })).toMatchObject({ deletedAt: null, body: 'First text.' });
  });

  test('takes the record out of what others relate to until it comes back', async () => {
    const [a, b] = [await draft({ title: 'A' }), await draft({ title: 'B' })];
    await editor.decision.relate({ workspace, id: a.id, target: b.id, type: 'relates' });
    await editor.decision.delete({ workspace, id: b.id });
    expect((await editor.decision.get({ workspace, id: a.id })).relations).toEqual([]);
    await editor.decision.restore({ workspace, id: b.id });
    expect((await editor.decision.get({ workspace, id: a.id })).relations).toHaveLength(1);
  });
});

describe('another tenant’s decision', () => {
  test('is not there, whatever is tried', async () => {
    const other = await makeTenant();
    const theirs = callerFor(other.people.owner);
    await theirs.register.create({ workspace: other.slug, slug: 'core', name: 'Core' });
    const { id } = await theirs.decision.create({ workspace: other.slug, register: 'core', title: 'Secret' });
    const mine = await draft();
    for (const work of [
      () => editor.decision.get({ workspace, id }),
      () => editor.decision.update({ workspace, id, version: 1, title: 'Mine' }),
      () => editor.decision.transition({ workspace, id, to: 'proposed' }),
      () => editor.decision.delete({ workspace, id }),
      () => editor.decision.restore({ workspace, id }),
      () => editor.decision.saveDraft({ workspace, id, draft: null }),
      () => editor.decision.succeed({ workspace, id }),
      () => editor.decision.relate({ workspace, id: mine.id, target: id, type: 'relates' }),
      () => editor.decision.original({ workspace, id }),
      () => editor.decisionRevision.list({ workspace, decision: id }),
      () => editor.decisionRevision.asOf({ workspace, decision: id, day: '2026-01-01' }),
    ]) {
      expect(await refusal(work())).toMatchObject({ code: 'notFound' });
    }
    expect(await editor.decision.resolve({ workspace, register: 'core', ref: id })).toEqual([]);
  });
});

describe('an address', () => {
  async function imported(number: number, sourcePath: string) {
    const { id } = await draft({ title: `From ${sourcePath}` });
    await database().decision.update({
      where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
      data: { number, sourcePath },
    });
    return id;
  }

  test('by number, with or without zeros, finds every record that has it', async () => {
    const ids = [await imported(9001, 'docs/adr/9001-one.md'), await imported(9001, 'docs/adr/9001-two.md')];
    for (const ref of ['9001', '009001', 'ADR-9001']) {
      const found = await editor.decision.resolve({ workspace, register: 'core', ref });
      expect(found.map(({ id }) => id)).toEqual(ids);
    }
  });

  test('by the imported file name finds its record, with or without folder and ending', async () => {
    const id = await imported(9002, 'docs/adr/9002-Use-Redis.md');
    for (const ref of ['9002-use-redis', '9002-Use-Redis.md', 'docs/adr/9002-Use-Redis.md']) {
      expect(await editor.decision.resolve({ workspace, register: 'core', ref })).toMatchObject([{ id }]);
    }
  });

  test('by id finds a deleted one too, and nonsense finds nothing', async () => {
    const { id } = await draft();
    await editor.decision.delete({ workspace, id });
    expect(await editor.decision.resolve({ workspace, register: 'core', ref: id })).toMatchObject([{ id }]);
    for (const ref of ['99999999999999999999', '%', "'; --", 'no-such']) {
      expect(await editor.decision.resolve({ workspace, register: 'core', ref })).toEqual([]);
    }
  });
});

describe('the original of an imported record', () => {
  test('is read as it came; what is not text says so', async () => {
    const { workspaceId } = tenant;
    const read = async (original: Uint8Array<ArrayBuffer>) => {
      const { id: decisionId } = await draft();
      await database().decisionSource.create({
        data: { workspaceId, decisionId, original, contentHash: newId(), layout: 'madr4', read: {}, importedAt: now() },
      });
      return { decisionId, ...(await editor.decision.original({ workspace, id: decisionId })) };
    };
    const text = await read(new TextEncoder().encode('# Title\r\n'));
    expect(text).toMatchObject({ text: '# Title\r\n', layout: 'madr4' });
    expect((await editor.decision.get({ workspace, id: text.decisionId })).hasOriginal).toBe(true);
    expect((await read(new Uint8Array([0xff, 0xfe, 0x41]))).text).toBe(null);
  });

  test('is not there for a record that was written here', async () => {
    const { id } = await draft();
    expect(await refusal(editor.decision.original({ workspace, id }))).toMatchObject({ code: 'notFound' });
  });
});

test('what was done is in the audit log with what an activity needs', async () => {
  const { id, version } = await proposed({ title: 'Audited' });
  await editor.decision.update({ workspace, id, version, body: 'Changed.', tags: ['x'] });
  const events = await database().auditEvent.findMany({
    where: { workspaceId: tenant.workspaceId, subjectType: 'decision', subjectId: id },
    orderBy: { at: 'asc' },
  });
  expect(events.map(({ action, data }) => ({ action, data }))).toEqual([
    { action: 'decision.create', data: { title: 'Audited', register: 'core' } },
    {
      action: 'decision.transition',
      data: { title: 'Audited', number: null, from: 'draft', to: 'proposed', reason: '' },
    },
    {
      action: 'decision.update',
      data: { title: 'Audited', fields: ['text', 'tags'], revision: 2, revisionBefore: 1, verdictsEnded: 0 },
    },
  ]);
});

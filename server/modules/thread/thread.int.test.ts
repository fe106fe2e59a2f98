import pg from 'pg';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Role } from '@/server/access/permissions';
import { scopeForSession } from '@/server/access/scope';
import { mentionText } from '@/server/domain/discussion/mention-text';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import { jsonIn, problemIn, restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { threadRouter } from './router';
import { reanchorThreads } from './service';

const createCaller = createCallerFactory(router({ thread: threadRouter }));
const nowhere = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';

let tenant: Tenant;
let other: Tenant;
let workspace: string;

function callerOf(of: Tenant, role: Role) {
  const { userId, sessionId } = of.people[role];
  const actor = { userId, sessionId };
  return createCaller({ requestId: newId(), headers: new Headers(), address: '127.0.0.1', actor }).thread;
}

beforeAll(async () => {
  [tenant, other] = [await makeTenant(), await makeTenant()];
  workspace = tenant.slug;
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

let records = 0;
async function makeDecision(of: Tenant, bodies: readonly string[], fields: { deleted?: boolean } = {}) {
  const { workspaceId } = of;
  const [registerId, id, at] = [newId(), newId(), now()];
  records += 1;
  await database().register.create({
    data: {
      workspaceId,
      id: registerId,
      slug: `r-${records}`,
      name: 'Register',
      template: 'nygard',
      createdAt: at,
      updatedAt: at,
    },
  });
  const body = bodies.at(-1) ?? '';
  await database().decision.create({
    data: {
      ...{ workspaceId, id, registerId, title: 'A decision', body, revision: bodies.length, statusChangedAt: at },
      ...{ createdAt: at, updatedAt: at, deletedAt: fields.deleted ? at : null },
    },
  });
  for (const [index, text] of bodies.entries()) await addRevision(of, id, index + 1, text);
  return { type: 'decision', id } as const;
}

async function addRevision(of: Tenant, decisionId: string, number: number, body: string) {
  const { workspaceId } = of;
  await database().decisionRevision.create({
    data: { workspaceId, decisionId, number, title: 'A decision', body, createdAt: now() },
  });
}

/** Saves a text as the next revision, as the decision module does. */
async function revise(decision: { id: string }, revision: number, body: string): Promise<void> {
  const scope = await scopeForSession({
    ...{ slug: workspace, userId: tenant.people.editor.userId, permission: 'decision:write', requestId: newId() },
  });
  await addRevision(tenant, decision.id, revision, body);
  await transact(scope, 'decision.update', async (tx) => {
    await tx.decision.update({
      where: { workspaceId_id: { workspaceId: tenant.workspaceId, id: decision.id } },
      data: { revision, body },
    });
    await reanchorThreads(tx, scope, decision.id, { revision, body });
  });
}

async function makeDebt(of: Tenant) {
  const at = now();
  records += 1;
  await database().debt.create({
    data: {
      ...{ workspaceId: of.workspaceId, id: newId(), number: records, title: 'A debt', state: 'open' as const },
      ...{ stateChangedAt: at, createdAt: at, updatedAt: at },
    },
  });
  return { type: 'debt', key: `TD-${records}` } as const;
}

const text = '## Decision\n\nWe keep every rate for 24 hours. When one is missing we use `the last known one`.\n';
const passage = { quote: 'the last known one', prefix: 'When one is missing we use ', suffix: '.' };

describe('a discussion of two people', () => {
  test('goes from a passage over a reply and a reaction to its resolution, and can be opened again', async () => {
    const subject = await makeDecision(tenant, [text]);
    const [jonas, ruth] = [callerOf(tenant, 'commenter'), callerOf(tenant, 'editor')];
    const begun = await jonas.create({ workspace, subject, anchor: { ...passage, revision: 1 }, body: 'How old?' });
    expect(begun).toMatchObject({ anchor: { quote: passage.quote, revision: 1 }, changedInRevision: null });
    const answered = await ruth.reply({ workspace, thread: begun.id, body: 'At most *72 hours*.' });
    expect(answered.comments.map((comment) => [comment.author?.name, comment.body])).toEqual([
      ['Commenter Person', 'How old?'],
      ['Editor Person', 'At most *72 hours*.'],
    ]);
    const [question] = answered.comments;
    if (!question) throw new Error('the question is gone');
    const reacted = await ruth.react({ workspace, comment: question.id, emoji: '👍', on: true });
    expect(reacted.comments[0]?.reactions).toEqual([{ emoji: '👍', people: ['Editor Person'], mine: true }]);
    await ruth.react({ workspace, comment: question.id, emoji: '👍', on: true });
    const resolved = await jonas.resolve({ workspace, thread: begun.id });
    expect(resolved).toMatchObject({ resolvedBy: 'Commenter Person' });
    const after = await ruth.reply({ workspace, thread: begun.id, body: 'Good.' });
    expect(after.resolvedAt).toEqual(resolved.resolvedAt);
    expect(await ruth.reopen({ workspace, thread: begun.id })).toMatchObject({ resolvedAt: null, resolvedBy: null });
    const { data } = await jonas.list({ workspace, subject });
    expect(data).toHaveLength(1);
    expect(data[0]?.comments[0]?.reactions).toEqual([{ emoji: '👍', people: ['Editor Person'], mine: false }]);
  });

  test('is about a debt too, as a whole only', async () => {
    const subject = await makeDebt(tenant);
    const caller = callerOf(tenant, 'commenter');
    expect((await caller.create({ workspace, subject, body: 'Why impact 5?' })).anchor).toBeNull();
    const refused = await refusal(
      caller.create({ workspace, subject, anchor: { ...passage, revision: 1 }, body: 'a' }),
    );
    expect(refused.fields[0]?.path).toBe('anchor');
  });

  test('is read by a viewer and written by nobody below a commenter', async () => {
    const subject = await makeDecision(tenant, [text]);
    const thread = await callerOf(tenant, 'commenter').create({ workspace, subject, body: 'A question' });
    const viewer = callerOf(tenant, 'viewer');
    const { data, abilities } = await viewer.list({ workspace, subject });
    expect(abilities.create).toBe(false);
    expect(data[0]).toMatchObject({ abilities: { reply: false, resolve: false } });
    for (const work of [
      () => viewer.create({ workspace, subject, body: 'a' }),
      () => viewer.reply({ workspace, thread: thread.id, body: 'a' }),
      () => viewer.resolve({ workspace, thread: thread.id }),
    ]) {
      expect((await refusal(work())).code).toBe('forbidden');
    }
  });

  test('of another workspace is not there', async () => {
    const subject = await makeDecision(tenant, [text]);
    const thread = await callerOf(tenant, 'commenter').create({ workspace, subject, body: 'Ours' });
    const stranger = callerOf(other, 'owner');
    const elsewhere = other.slug;
    const comment = thread.comments[0]?.id ?? '';
    for (const work of [
      () => stranger.list({ workspace: elsewhere, subject }),
      () => stranger.create({ workspace: elsewhere, subject, body: 'a' }),
      () => stranger.reply({ workspace: elsewhere, thread: thread.id, body: 'a' }),
      () => stranger.resolve({ workspace: elsewhere, thread: thread.id }),
      () => stranger.edit({ workspace: elsewhere, comment, version: 1, body: 'a' }),
      () => stranger.delete({ workspace: elsewhere, comment }),
      () => stranger.react({ workspace: elsewhere, comment, emoji: '👍', on: true }),
      () => stranger.list({ workspace, subject }),
    ]) {
      expect((await refusal(work())).code).toBe('notFound');
    }
  });

  test('of a deleted record can be read and not gone on with', async () => {
    const subject = await makeDecision(tenant, [text]);
    const caller = callerOf(tenant, 'commenter');
    const thread = await caller.create({ workspace, subject, body: 'A question' });
    await database().decision.updateMany({ where: { id: subject.id }, data: { deletedAt: now() } });
    expect((await caller.list({ workspace, subject })).data[0]?.abilities.reply).toBe(false);
    expect((await refusal(caller.reply({ workspace, thread: thread.id, body: 'a' }))).code).toBe('conflict');
    expect((await refusal(caller.create({ workspace, subject, body: 'a' }))).code).toBe('conflict');
  });
});

describe('a comment', () => {
  test('is changed by its author only, and a stale change gets both sides', async () => {
    const subject = await makeDecision(tenant, [text]);
    const [author, editor] = [callerOf(tenant, 'commenter'), callerOf(tenant, 'owner')];
    const thread = await author.create({ workspace, subject, body: 'First' });
    const comment = thread.comments[0]?.id ?? '';
    expect((await refusal(editor.edit({ workspace, comment, version: 1, body: 'Mine now' }))).code).toBe('forbidden');
    const edited = await author.edit({ workspace, comment, version: 1, body: 'Second' });
    expect(edited.comments[0]).toMatchObject({ body: 'Second', version: 2, editedAt: expect.any(Date) });
    const late = await refusal(author.edit({ workspace, comment, version: 1, body: 'Third' }));
    expect(late).toMatchObject({ code: 'stale', details: { current: { body: 'Second', version: 2 }, sent: 'Third' } });
  });

  test('is deleted by its author or an admin, and leaves a trace without its words', async () => {
    const subject = await makeDecision(tenant, [text]);
    const author = callerOf(tenant, 'commenter');
    const thread = await author.create({ workspace, subject, body: 'A secret' });
    const comment = thread.comments[0]?.id ?? '';
    await author.react({ workspace, comment, emoji: '🎉', on: true });
    expect((await refusal(callerOf(tenant, 'editor').delete({ workspace, comment }))).code).toBe('forbidden');
    const deleted = await callerOf(tenant, 'admin').delete({ workspace, comment });
    expect(deleted.comments[0]).toMatchObject({ body: '', deletedAt: expect.any(Date), reactions: [], mentions: [] });
    expect(await database().comment.count({ where: { body: { contains: 'secret' } } })).toBe(0);
    const edit = await refusal(author.edit({ workspace, comment, version: 2, body: 'Back' }));
    expect(edit.code).toBe('conflict');
  });

  test('names members of its workspace and nobody else, and they see it until they have seen it', async () => {
    const subject = await makeDecision(tenant, [text]);
    const author = callerOf(tenant, 'commenter');
    const { viewer, editor } = tenant.people;
    const stranger = other.people.owner;
    const body = [viewer, stranger, tenant.people.commenter]
      .map((person) => mentionText(person.name, person.memberId))
      .join(' ');
    const thread = await author.create({ workspace, subject, body: `${body} look, @[x](member:nobody)` });
    expect(thread.comments[0]?.mentions.map((mention) => mention.name).sort()).toEqual([
      'Commenter Person',
      'Viewer Person',
    ]);
    const reader = callerOf(tenant, 'viewer');
    const told = await reader.mentions({ workspace });
    expect(told).toMatchObject([{ author: 'Commenter Person', subject: { type: 'decision', title: 'A decision' } }]);
    expect(told[0]?.excerpt).toContain('@Viewer Person');
    expect(told[0]?.subject.href).toMatch(
      new RegExp(`^/w/${workspace}/decisions/r-\\d+/${subject.id}#thread-${thread.id}$`),
    );
    expect(await callerOf(tenant, 'commenter').mentions({ workspace })).toEqual([]);
    expect(await callerOf(other, 'owner').mentions({ workspace: other.slug })).toEqual([]);
    expect(await reader.markSeen({ workspace, subject })).toEqual({ seen: 1 });
    expect(await reader.mentions({ workspace })).toEqual([]);
    const comment = thread.comments[0]?.id ?? '';
    const edited = await author.edit({
      workspace,
      comment,
      version: 1,
      body: mentionText(editor.name, editor.memberId),
    });
    expect(edited.comments[0]?.mentions).toEqual([{ id: editor.memberId, name: editor.name }]);
  });

  test('is completed with members whose name or address begins so', async () => {
    const caller = callerOf(tenant, 'commenter');
    const names = async (q: string) => (await caller.mentionable({ workspace, q })).map((person) => person.name);
    expect(await names('ow')).toEqual(['Owner Person']);
    expect(await names('person')).toHaveLength(5);
    expect(await names('%')).toEqual([]);
    await database().member.updateMany({ where: { id: tenant.people.owner.memberId }, data: { removedAt: now() } });
    expect(await names('ow')).toEqual([]);
    await database().member.updateMany({ where: { id: tenant.people.owner.memberId }, data: { removedAt: null } });
  });
});

describe('a passage', () => {
  test('of a revision that is not there is refused with those that are', async () => {
    const subject = await makeDecision(tenant, [text, text, text]);
    const caller = callerOf(tenant, 'commenter');
    const refused = await refusal(
      caller.create({ workspace, subject, anchor: { ...passage, revision: 7 }, body: 'a' }),
    );
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: [
        { path: 'anchor.revision', message: 'there is no revision 7 of this decision; there are revisions 1 to 3.' },
      ],
    });
  });

  test('that does not stand in its revision is refused', async () => {
    const subject = await makeDecision(tenant, [text]);
    const anchor = { ...passage, quote: 'the last unknown one', revision: 1 };
    const refused = await refusal(callerOf(tenant, 'commenter').create({ workspace, subject, anchor, body: 'a' }));
    expect(refused.fields[0]).toMatchObject({ path: 'anchor.quote' });
  });

  test('chosen in an older revision is taken, and told when the current one has lost it', async () => {
    const without = text.replace('the last known one', 'none');
    const subject = await makeDecision(tenant, [text, `Before.\n\n${text}`, without, without]);
    const caller = callerOf(tenant, 'commenter');
    const lost = await caller.create({ workspace, subject, anchor: { ...passage, revision: 1 }, body: 'a' });
    expect(lost.changedInRevision).toBe(3);
    const kept = { quote: 'every rate', prefix: 'We keep ', suffix: ' for 24 hours', revision: 2 };
    expect((await caller.create({ workspace, subject, anchor: kept, body: 'b' })).changedInRevision).toBeNull();
  });

  test('keeps its place through edits, is marked in the revision that loses it and unmarked in the one that has it again', async () => {
    const subject = await makeDecision(tenant, [text]);
    const caller = callerOf(tenant, 'commenter');
    const { id } = await caller.create({ workspace, subject, anchor: { ...passage, revision: 1 }, body: 'a' });
    await caller.resolve({ workspace, thread: id });
    const changedIn = async () => (await caller.list({ workspace, subject })).data[0]?.changedInRevision;
    await revise(subject, 2, `# New beginning\n\n${text.replace('24 hours', 'a day')}`);
    expect(await changedIn()).toBeNull();
    await revise(subject, 3, text.replace('the last known one', 'the newest known one'));
    expect(await changedIn()).toBe(3);
    await revise(subject, 4, 'Nothing of it.');
    expect(await changedIn()).toBe(3);
    await revise(subject, 5, text);
    expect(await changedIn()).toBeNull();
  });

  test('that was taken out does not settle on the same words elsewhere', async () => {
    const rows = '| Option | Effort |\n|---|---|\n| Quick | 2 d |\n| Other | 2 d |\n';
    const subject = await makeDecision(tenant, [rows]);
    const caller = callerOf(tenant, 'commenter');
    const anchor = { quote: '2 d', prefix: 'Effort\nQuick\n', suffix: '\nOther', revision: 1 };
    await caller.create({ workspace, subject, anchor, body: 'a' });
    await revise(subject, 2, rows.replace('2 d', '3 d'));
    expect((await caller.list({ workspace, subject })).data[0]?.changedInRevision).toBe(2);
  });
});

describe('a long discussion', () => {
  test('of 200 comments is read with as many statements as one of two', async () => {
    const [short, long] = [await makeDecision(tenant, [text]), await makeDecision(tenant, [text])];
    const caller = callerOf(tenant, 'commenter');
    await caller.create({ workspace, subject: short, body: 'One' });
    const { people } = tenant;
    const { workspaceId } = tenant;
    const threads = Array.from({ length: 100 }, () => newId());
    await database().thread.createMany({
      data: threads.map((id) => ({ workspaceId, id, decisionId: long.id, createdAt: now(), updatedAt: now() })),
    });
    const authors = [people.commenter.memberId, people.editor.memberId];
    const comments = threads.flatMap((threadId) => {
      return authors.map((authorId) => ({
        workspaceId,
        id: newId(),
        threadId,
        authorId,
        body: 'Yes',
        createdAt: now(),
      }));
    });
    await database().comment.createMany({ data: comments });
    await database().mention.createMany({
      data: comments.map(({ id }) => ({ workspaceId, commentId: id, memberId: people.viewer.memberId, at: now() })),
    });
    await database().reaction.createMany({
      data: comments.map(({ id }) => {
        return { workspaceId, commentId: id, memberId: people.viewer.memberId, emoji: '👍', at: now() };
      }),
    });
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const statements = async (subject: typeof short) => {
      query.mockClear();
      const { data } = await caller.list({ workspace, subject });
      return { comments: data.flatMap((thread) => thread.comments).length, statements: query.mock.calls.length };
    };
    const few = await statements(short);
    const many = await statements(long);
    query.mockRestore();
    expect(few.comments).toBe(1);
    expect(many.comments).toBe(200);
    expect(few.statements).toBeGreaterThan(0);
    // A discussion without mentions and reactions needs no statements for whom they are of.
    expect(many.statements).toBeLessThanOrEqual(few.statements + 4);
  });
});

describe('the REST API', () => {
  test('begins, lists and answers a discussion', async () => {
    const subject = await makeDecision(tenant, [text]);
    const api = restClient(await makeToken(tenant, 'commenter'));
    const at = `/workspaces/${workspace}/threads`;
    const about = `decision:${subject.id}`;
    const made = await api.post(at, { subject: about, anchor: { ...passage, revision: 1 }, body: 'How old?' });
    const { id } = z.object({ id: z.string() }).parse(await jsonIn(made, 201));
    const reply = await api.post(`${at}/${id}/comments`, { body: '72 hours' });
    expect(await jsonIn(reply, 201)).toMatchObject({ body: '72 hours', author: { name: 'Owner Person' } });
    expect(await jsonIn(await api.get(`${at}?subject=${about}`))).toMatchObject({ total: 1, data: [{ id }] });
    const page = await jsonIn(await api.get(`${at}/${id}/comments?limit=1`));
    expect(page).toMatchObject({ total: 2, data: [{ body: 'How old?' }], nextCursor: expect.any(String) });
  });

  test('says what a subject is, which revisions there are, and that a thread is not here', async () => {
    const subject = await makeDecision(tenant, [text]);
    const api = restClient(await makeToken(tenant, 'commenter'));
    const at = `/workspaces/${workspace}/threads`;
    const wrong = await problemIn(await api.get(`${at}?subject=page:1`), 422);
    expect(wrong.errors?.[0]?.path).toBe('subject');
    const gone = await api.post(at, {
      ...{ subject: `decision:${subject.id}`, anchor: { ...passage, revision: 3 }, body: 'a' },
    });
    expect((await problemIn(gone, 422)).errors?.[0]?.path).toBe('anchor.revision');
    await problemIn(await api.get(`${at}/${nowhere}/comments`), 404);
    await problemIn(await api.get(`${at}?subject=decision:${nowhere}`), 404);
    const viewer = restClient(await makeToken(tenant, 'viewer'));
    await problemIn(await viewer.post(at, { subject: `decision:${subject.id}`, body: 'a' }), 403);
  });
});

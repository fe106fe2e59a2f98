import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/server/platform/errors';
import { callerFor } from '@/server/testing/caller';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';

type Caller = ReturnType<typeof callerFor>;
let tenant: Tenant;
let admin: Caller;
let editor: Caller;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  admin = callerFor(tenant.people.admin);
  editor = callerFor(tenant.people.editor);
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

describe('a register', () => {
  test('has the team and template it was made with, and counts its records by what they are', async () => {
    await admin.register.create({ workspace, slug: 'pay', name: 'Payments', team: 'payments', template: 'trade-off' });
    for (const title of ['One', 'Two']) await editor.decision.create({ workspace, register: 'pay', title });
    const first = await editor.decision.create({
      workspace,
      register: 'pay',
      title: 'Three',
      revisitOn: '2020-01-01',
    });
    await editor.decision.transition({ workspace, id: first.id, to: 'proposed' });
    await editor.decision.transition({ workspace, id: first.id, to: 'accepted' });
    const register = await editor.register.get({ workspace, slug: 'pay' });
    expect(register).toMatchObject({ team: { key: 'payments' }, template: 'trade-off', lastNumber: 1 });
    expect(register).toMatchObject({ decisions: 3, open: 2, inForce: 1, due: 1 });
    expect(first.body).toContain('What good enough means');
  });

  test('is found by a part of its slug, name or description, and signs of a pattern mean themselves', async () => {
    await admin.register.create({ workspace, slug: 'wild', name: 'Wild', description: '100% sure' });
    const slugs = async (q: string) => (await editor.register.list({ workspace, q })).data.map(({ slug }) => slug);
    expect(await slugs('WILD')).toEqual(['wild']);
    expect(await slugs('100%')).toEqual(['wild']);
    expect(await slugs('%')).toEqual(['wild']);
  });

  test('whose slug is taken is refused by the name of the field', async () => {
    await admin.register.create({ workspace, slug: 'twice', name: 'First' });
    const error = await refusal(admin.register.create({ workspace, slug: 'twice', name: 'Second' }));
    expect(error).toMatchObject({ code: 'conflict', fields: [{ path: 'slug' }] });
  });

  test('saved on an old version is refused with the present one, and nothing is lost', async () => {
    const made = await admin.register.create({ workspace, slug: 'stale', name: 'Old' });
    await admin.register.update({ workspace, slug: 'stale', version: made.version, name: 'New' });
    const error = await refusal(
      admin.register.update({ workspace, slug: 'stale', version: made.version, description: 'mine' }),
    );
    expect(error).toMatchObject({ code: 'stale', details: { current: { name: 'New', description: '' } } });
  });

  test.each([
    [{ template: 'no-such' }, 'template'],
    [{ team: 'no-such' }, 'team'],
  ])('cannot refer to what is not here: %o', async (fields, path) => {
    const error = await refusal(admin.register.create({ workspace, slug: `bad-${path}`, name: 'Bad', ...fields }));
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path }] });
  });

  test('that holds records is not deleted; an empty one leaves a tombstone that keeps the slug and comes back', async () => {
    await admin.register.create({ workspace, slug: 'gone', name: 'Gone' });
    const decision = await editor.decision.create({ workspace, register: 'gone', title: 'Only one' });
    expect(await refusal(admin.register.delete({ workspace, slug: 'gone' }))).toMatchObject({
      code: 'conflict',
      details: { decisions: 1 },
    });
    await editor.decision.delete({ workspace, id: decision.id });
    await admin.register.delete({ workspace, slug: 'gone' });
    expect((await refusal(editor.register.get({ workspace, slug: 'gone' }))).userMessage).toMatch(/can be restored/);
    expect(await refusal(admin.register.create({ workspace, slug: 'gone', name: 'Again' }))).toMatchObject({
      code: 'conflict',
      details: { deleted: true },
    });
    expect(await refusal(editor.decision.restore({ workspace, id: decision.id }))).toMatchObject({ code: 'conflict' });
    expect(await refusal(editor.decision.create({ workspace, register: 'gone', title: 'New' }))).toMatchObject({
      code: 'notFound',
    });
    await admin.register.restore({ workspace, slug: 'gone' });
    await editor.decision.restore({ workspace, id: decision.id });
    expect(await editor.register.get({ workspace, slug: 'gone' })).toMatchObject({ name: 'Gone', decisions: 1 });
  });

  test('of another tenant is not there', async () => {
    const other = await makeTenant();
    await callerFor(other.people.admin).register.create({ workspace: other.slug, slug: 'theirs', name: 'Theirs' });
    expect(await refusal(editor.register.get({ workspace, slug: 'theirs' }))).toMatchObject({ code: 'notFound' });
    const create = editor.decision.create({ workspace, register: 'theirs', title: 'Mine' });
    expect(await refusal(create)).toMatchObject({ code: 'notFound' });
  });
});

describe('templates', () => {
  test('of one’s own stand beside the built-in ones, and new records begin with them', async () => {
    const text = { name: 'Ours', description: '', body: '## Why\n\n*{why}*' };
    await admin.register.createTemplate({ workspace, key: 'ours', ...text });
    const { data } = await editor.register.templates({ workspace });
    expect(data.map(({ key, builtIn }) => `${key} ${builtIn}`)).toEqual([
      'minimal true',
      'trade-off true',
      'technical-spec true',
      'nygard true',
      'madr4 true',
      'y-statement true',
      'ours false',
    ]);
    await admin.register.create({ workspace, slug: 'own', name: 'Own', template: 'ours' });
    const decision = await editor.decision.create({ workspace, register: 'own', title: 'From ours' });
    expect(decision).toMatchObject({ body: text.body, template: 'ours' });
  });

  test('that a register uses are not deleted; a deleted one’s key can be used again', async () => {
    const text = { name: 'Used', description: '', body: 'x' };
    await admin.register.createTemplate({ workspace, key: 'used', ...text });
    await admin.register.create({ workspace, slug: 'user', name: 'User', template: 'used' });
    const error = await refusal(admin.register.deleteTemplate({ workspace, key: 'used' }));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.userMessage).toContain('User');
    await admin.register.update({ workspace, slug: 'user', version: 1, template: 'minimal' });
    await admin.register.deleteTemplate({ workspace, key: 'used' });
    const again = await admin.register.createTemplate({ workspace, key: 'used', ...text, name: 'Once more' });
    expect(again).toMatchObject({ name: 'Once more', builtIn: false });
  });

  test('built in are not changed, deleted or overridden', async () => {
    const text = { name: 'Mine', description: '', body: '' };
    for (const work of [
      () => admin.register.createTemplate({ workspace, key: 'minimal', ...text }),
      () => admin.register.updateTemplate({ workspace, key: 'minimal', version: 1, body: '' }),
      () => admin.register.deleteTemplate({ workspace, key: 'minimal' }),
    ]) {
      expect(await refusal(work())).toMatchObject({ code: 'conflict' });
    }
  });

  test('saved on an old version are refused with the present one', async () => {
    await admin.register.createTemplate({ workspace, key: 'both', name: 'Both', description: '', body: 'a' });
    await admin.register.updateTemplate({ workspace, key: 'both', version: 1, body: 'b' });
    const error = await refusal(admin.register.updateTemplate({ workspace, key: 'both', version: 1, body: 'c' }));
    expect(error).toMatchObject({ code: 'stale', details: { current: { body: 'b' } } });
  });
});

import { describe, expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { writeArchive } from '@/server/domain/decision-record/archive';
import { createRegister } from '@/server/modules/register/service';
import { database } from '@/server/platform/db';
import { callerFor } from '@/server/testing/caller';
import { makeTenant } from '@/server/testing/tenant';
import { registerImportJob } from './jobs';
import * as service from './service';

const encoder = new TextEncoder();
type Files = Record<string, string>;

const zipOf = (files: Files) =>
  new Uint8Array(writeArchive(Object.entries(files).map(([path, text]) => ({ path, content: encoder.encode(text) }))));

const first = '# 1. Record decisions\n\nDate: 2020-02-03\n\n## Status\n\nAccepted\n\n## Context\n\nWe forget.\n';
const second = `# 2. Use Postgres

Date: 2020-03-04

## Status

Accepted

Supercedes [1. Record decisions](0001-record-decisions.md)

## Context

We need a store.
`;
const log: Files = {
  'doc/adr/0001-record-decisions.md': first.replace(
    'Accepted',
    'Superceded by [2. Use Postgres](0002-use-postgres.md)',
  ),
  'doc/adr/0002-use-postgres.md': second,
  'doc/adr/0003-maybe.md': '# 3. Maybe\n\n## Status\n\nUnder the moon\n\n## Context\n\nWho knows.\n',
  'doc/adr/README.md': '# Decisions\n',
};

async function room() {
  const tenant = await makeTenant();
  const { admin } = tenant.people;
  const { slug } = tenant;
  const scope = await scopeForSession({
    slug,
    userId: admin.userId,
    permission: 'decision:import',
    requestId: 'test',
  });
  await createRegister(scope, { workspace: slug, slug: 'log', name: 'Log' });
  const bring = (files: Files, dryRun = false) =>
    service.importFiles(scope, 'log', { name: 'log.zip', bytes: zipOf(files) }, { dryRun });
  const stored = () =>
    database().decision.findMany({
      where: { workspaceId: tenant.workspaceId },
      orderBy: { sourcePath: 'asc' },
      include: { source: true, acts: true, relations: true, revisions: { orderBy: { number: 'asc' } } },
    });
  return { tenant, scope, slug, bring, stored, caller: callerFor(admin) };
}

const actions = (result: Awaited<ReturnType<typeof service.importFiles>>) => result.records.map(({ action }) => action);

describe('importing decision records', () => {
  test('keeps the original, what was read, numbers, days and relations, and guesses no status', async () => {
    const { bring, stored, tenant } = await room();
    const result = await bring(log);
    expect(actions(result)).toEqual(['create', 'create', 'create']);
    expect(result.skipped).toMatchObject([{ path: 'doc/adr/README.md' }]);
    const [one, two, three] = await stored();
    expect(one).toMatchObject({ number: 1, status: 'superseded', title: 'Record decisions' });
    expect(two).toMatchObject({ number: 2, status: 'accepted', decidedOn: new Date('2020-03-04') });
    expect(three).toMatchObject({ number: 3, status: 'unknown', rawStatus: 'Under the moon' });
    expect(two?.relations).toMatchObject([{ type: 'supersedes', toId: one?.id, partial: false }]);
    expect(one?.relations).toEqual([]);
    expect(Buffer.from(two?.source?.original ?? []).toString()).toBe(second);
    expect(two?.acts).toMatchObject([
      {
        kind: 'transition',
        fromStatus: null,
        toStatus: 'accepted',
        reason: 'Imported from doc/adr/0002-use-postgres.md',
      },
    ]);
    const register = await database().register.findFirstOrThrow({ where: { workspaceId: tenant.workspaceId } });
    expect(register.lastNumber).toBe(3);
    const files = await database().registerFile.findMany({ where: { workspaceId: tenant.workspaceId } });
    expect(files.map(({ path }) => path)).toEqual(['doc/adr/README.md']);
  });

  test('writes nothing on a dry run, and nothing new the second time', async () => {
    const { bring, stored, tenant } = await room();
    expect(actions(await bring(log, true))).toEqual(['create', 'create', 'create']);
    expect(await stored()).toEqual([]);
    expect(await database().registerImport.count({ where: { workspaceId: tenant.workspaceId } })).toBe(0);
    await bring(log);
    const before = await stored();
    expect(actions(await bring(log))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await stored()).toEqual(before);
  });

  test('a text changed outside is a new revision; what was edited here and not outside stays', async () => {
    const { bring, stored, caller, slug } = await room();
    await bring(log);
    const [, two] = await stored();
    const version = two?.version ?? 0;
    await caller.decision.update({ workspace: slug, id: two?.id ?? '', version, tags: ['store'] });
    const changed = { ...log, 'doc/adr/0002-use-postgres.md': second.replace('a store', 'a better store') };
    const result = await bring(changed);
    expect(actions(result)).toEqual(['unchanged', 'update', 'unchanged']);
    const [, after] = await stored();
    expect(after).toMatchObject({ revision: 2, tags: ['store'] });
    expect(after?.body).toContain('a better store');
    expect(after?.revisions.map(({ note }) => note)).toEqual(['Imported from log.zip', 'Imported from log.zip']);
    expect(Buffer.from(after?.source?.original ?? []).toString()).toContain('a better store');
  });

  test('a field changed on both sides stays as it is here, and a finding says both', async () => {
    const { bring, stored, caller, slug } = await room();
    await bring(log);
    const [, two] = await stored();
    const id = two?.id ?? '';
    await caller.decision.update({ workspace: slug, id, version: two?.version ?? 0, title: 'Use Postgres 18' });
    const changed = { ...log, 'doc/adr/0002-use-postgres.md': second.replace('# 2. Use Postgres', '# 2. Use MariaDB') };
    const { records } = await bring(changed);
    const finding = records[1]?.findings.find(({ code }) => code === 'changedOnBothSides');
    expect(finding?.message).toContain('“Use Postgres 18” here, “Use MariaDB” in the file');
    const [, after] = await stored();
    expect(after?.title).toBe('Use Postgres 18');
    expect(Buffer.from(after?.source?.original ?? []).toString()).toContain('MariaDB');
    expect(actions(await bring(changed))).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('a moved file is the same record, also when it was changed on the way with its folder', async () => {
    const { bring, stored } = await room();
    await bring(log);
    const before = await stored();
    const moved = Object.fromEntries(
      Object.entries(log).map(([path, text]) => [path.replace('doc/adr', 'docs/decisions'), text]),
    );
    moved['docs/decisions/0003-maybe.md'] = `${log['doc/adr/0003-maybe.md']}\nMore.\n`;
    expect(actions(await bring(moved))).toEqual(['update', 'update', 'update']);
    const after = await stored();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ sourcePath }) => sourcePath)).toEqual(Object.keys(moved).slice(0, 3));
    expect(after[1]?.relations).toHaveLength(1);
  });

  test('takes a relation back that the file no longer tells, and keeps one that was made here', async () => {
    const { bring, stored, caller, slug } = await room();
    await bring(log);
    const [one, , three] = await stored();
    await caller.decision.relate({ workspace: slug, id: three?.id ?? '', target: one?.id ?? '', type: 'relates' });
    await bring({
      ...log,
      'doc/adr/0001-record-decisions.md': first,
      'doc/adr/0002-use-postgres.md': second.replace(/Supercedes.*\n/, ''),
    });
    const after = await stored();
    expect(after.flatMap(({ relations }) => relations)).toMatchObject([{ type: 'relates', fromId: three?.id }]);
    expect(after[0]?.status).toBe('accepted');
  });

  test('a link to a record that came earlier is followed, one to none is kept as text and resolved when it comes', async () => {
    const { bring, stored } = await room();
    const { 'doc/adr/0001-record-decisions.md': older = '', ...rest } = log;
    await bring(rest);
    const [two] = await stored();
    expect(two?.relations).toMatchObject([{ type: 'supersedes', toId: null }]);
    expect(two?.relations[0]?.targetText).not.toBe('');
    await bring({ 'doc/adr/0001-record-decisions.md': older });
    const [one, after] = await stored();
    expect(after?.relations).toMatchObject([{ type: 'supersedes', toId: one?.id }]);
  });

  test('says which files are one on other systems, and keeps both', async () => {
    const { bring, stored } = await room();
    const { findings } = await bring({ 'adr/0001-a.md': first, 'adr/0001-A.md': second });
    expect(findings.filter(({ code }) => code === 'pathsAlike')).toHaveLength(1);
    expect(await stored()).toHaveLength(2);
  });

  test('leaves a record alone that was deleted here', async () => {
    const { bring, stored, caller, slug } = await room();
    await bring(log);
    const [one] = await stored();
    await caller.decision.delete({ workspace: slug, id: one?.id ?? '' });
    expect(actions(await bring(log))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await stored()).length).toBe(3);
  });
});

describe('the way of the screen', () => {
  const formOf = (slug: string, files: Files) => {
    const form = new FormData();
    form.append('workspace', slug);
    form.append('register', 'log');
    for (const [path, text] of Object.entries(files)) {
      form.append('files', new File([text], path.split('/').at(-1) ?? path));
      form.append('paths', path);
    }
    return form;
  };

  test('single files with their paths are previewed, imported in the background and listed', async () => {
    const { caller, slug, tenant, stored } = await room();
    const { id } = await caller.registerImport.upload(formOf(slug, log));
    const preview = await caller.registerImport.preview({ workspace: slug, id });
    expect(preview).toMatchObject({ name: 'doc', files: 4, created: 3, statusCounts: { unknown: 1, superseded: 1 } });
    expect(preview.records.map(({ path }) => path)).toEqual(Object.keys(log).slice(0, 3));
    expect(await stored()).toEqual([]);
    await registerImportJob.run({ workspaceId: tenant.workspaceId, memberId: null, id, options: {} });
    expect(await caller.registerImport.status({ workspace: slug, id })).toMatchObject({
      status: 'done',
      filesDone: 3,
      created: 3,
      unknown: 1,
    });
    expect(await caller.registerImport.list({ workspace: slug, register: 'log' })).toHaveLength(1);
    await registerImportJob.run({ workspaceId: tenant.workspaceId, memberId: null, id, options: {} });
    expect(await caller.registerImport.status({ workspace: slug, id })).toMatchObject({ status: 'done', created: 3 });
  });

  test('asks about dates that can be read two ways, and keeps the answer', async () => {
    const { bring, caller, slug, tenant, stored } = await room();
    const dated = { 'adr/0001-a.md': first.replace('2020-02-03', '05/02/2018') };
    const { id } = await caller.registerImport.upload(formOf(slug, dated));
    const preview = await caller.registerImport.preview({ workspace: slug, id });
    expect(preview.ambiguousDates).toEqual([{ folder: 'adr', example: '05/02/2018', chosen: null }]);
    expect(preview.records[0]).toMatchObject({ date: null, rawDate: '05/02/2018' });
    const answered = await caller.registerImport.preview({ workspace: slug, id, dateOrders: { adr: 'dayFirst' } });
    expect(answered.records[0]?.date).toBe('2018-02-05');
    const again = await caller.registerImport.preview({ workspace: slug, id });
    expect(again.records[0]?.date).toBe('2018-02-05');
    const options = { dateOrders: { adr: 'dayFirst' } };
    await registerImportJob.run({ workspaceId: tenant.workspaceId, memberId: null, id, options });
    expect((await stored())[0]?.decidedOn).toEqual(new Date('2018-02-05'));
    expect(actions(await bring(dated))).toEqual(['unchanged']);
  });

  test('refuses an unsafe path before anything is kept', async () => {
    const { caller, slug, tenant } = await room();
    const refused = caller.registerImport.upload(formOf(slug, { '../etc/passwd.md': first }));
    await expect(refused).rejects.toThrow('leads out of the archive');
    expect(await database().registerImport.count({ where: { workspaceId: tenant.workspaceId } })).toBe(0);
  });
});

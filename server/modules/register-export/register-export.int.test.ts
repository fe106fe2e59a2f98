import { describe, expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { readArchive, writeArchive } from '@/server/domain/decision-record/archive';
import { createRegister } from '@/server/modules/register/service';
import { importFiles } from '@/server/modules/register-import/service';
import { database } from '@/server/platform/db';
import { callerFor } from '@/server/testing/caller';
import { restClient } from '@/server/testing/rest-client';
import { makeTenant, makeToken } from '@/server/testing/tenant';
import type { ExportLayout } from './contract';
import { exportRegister } from './service';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
type Files = Record<string, string>;

const zipOf = (files: Files) =>
  new Uint8Array(writeArchive(Object.entries(files).map(([path, text]) => ({ path, content: encoder.encode(text) }))));
const filesIn = (zip: Uint8Array): Files =>
  Object.fromEntries(readArchive(zip).files.map(({ path, content }) => [path, decoder.decode(content)]));

const madr = (title: string, status: string, rest = '') =>
  `---\nstatus: "${status}"\ndate: 2024-05-06\ndecision-makers: Ana, Ben\n---\n\n# ${title}\n\n## Context and Problem Statement\n\nWhich one?\n\n## Decision Outcome\n\nChosen option: "${title}", because it fits.\n${rest}`;

const log: Files = {
  'docs/decisions/0000-use-records.md': madr('Use records', 'accepted'),
  'docs/decisions/0001-use-mysql.md': madr('Use MySQL', 'superseded by [ADR-0002](0002-use-postgres.md)'),
  'docs/decisions/0002-use-postgres.md': madr('Use Postgres', 'accepted', '\n![Chart](img/chart.png)\n').replaceAll(
    '\n',
    '\r\n',
  ),
  'docs/decisions/0003-under-the-moon.md': madr('Under the moon', 'who knows'),
  'docs/decisions/README.md': '# Our log\n',
  'docs/decisions/img/chart.png': 'not really a picture',
};

async function room() {
  const tenant = await makeTenant();
  const { slug, people } = tenant;
  const gate = { slug, userId: people.admin.userId, requestId: 'test' };
  const scope = await scopeForSession({ ...gate, permission: 'decision:import' });
  for (const register of ['log', 'again'])
    await createRegister(scope, { workspace: slug, slug: register, name: register });
  const bring = (register: string, bytes: Uint8Array<ArrayBuffer>) =>
    importFiles(scope, register, { name: 'log.zip', bytes }, { dryRun: false });
  const take = async (register: string, layout: ExportLayout) => (await exportRegister(scope, register, layout)).body;
  /** What is told of records apart from where their files lie. */
  const recordsOf = async (register: string) => {
    const rows = await database().decision.findMany({
      where: { workspaceId: tenant.workspaceId, register: { slug: register } },
      orderBy: [{ number: 'asc' }, { title: 'asc' }],
      include: { relations: { include: { to: { select: { title: true } } } } },
    });
    return rows.map(({ number, title, status, decidedOn, deciders, relations }) => ({
      number,
      title,
      status,
      decidedOn,
      deciders,
      relations: relations.map(({ type, to, targetText }) => [type, to?.title ?? targetText]),
    }));
  };
  return { tenant, scope, slug, bring, take, recordsOf, caller: callerFor(people.admin) };
}

describe('the original layout', () => {
  test('gives back what came, byte for byte, with the files that are no records', async () => {
    const { bring, take } = await room();
    await bring('log', zipOf(log));
    expect(filesIn(await take('log', 'original'))).toEqual(log);
  });

  test('writes what was changed here, and a record begun here beside the others', async () => {
    const { bring, take, tenant, slug, caller } = await room();
    await bring('log', zipOf(log));
    const { id, version } = await database().decision.findFirstOrThrow({
      where: { workspaceId: tenant.workspaceId, title: 'Use records' },
    });
    await caller.decision.update({ workspace: slug, id, version, tags: ['meta'] });
    await caller.decision.create({ workspace: slug, register: 'log', title: 'Begin here', body: '## Context\n\nNew.' });
    const files = filesIn(await take('log', 'original'));
    const { 'docs/decisions/0000-use-records.md': before, ...untouched } = log;
    expect(files).toMatchObject(untouched);
    const after = files['docs/decisions/0000-use-records.md'];
    expect(after).not.toBe(before);
    expect(after).toContain('meta');
    const fresh = Object.keys(files).filter((path) => !(path in log) && path !== 'export-notes.txt');
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toMatch(/^docs\/decisions\/.*begin-here\.md$/);
  });
});

describe('every layout', () => {
  test.each(['original', 'madr4', 'adr-tools', 'log4brains'] as const)(
    '%s, brought into an empty register, gives the same records',
    async (layout) => {
      const { bring, take, recordsOf } = await room();
      await bring('log', zipOf(log));
      await bring('again', await take('log', layout));
      const before = await recordsOf('log');
      const numberless = (rows: typeof before) =>
        rows.map(({ number: _, ...row }) => row).sort((a, b) => (a.title < b.title ? -1 : 1));
      // log4brains has no numbers, adr-tools no people.
      const people = (rows: typeof before) =>
        layout === 'adr-tools' ? rows.map((row) => ({ ...row, deciders: [] })) : rows;
      const after = await recordsOf('again');
      if (layout === 'log4brains') expect(numberless(after)).toEqual(numberless(before));
      else expect(people(after)).toEqual(people(before));
    },
  );

  test('JSON-ADR gives the same records but for the number 0, which it cannot hold and says so', async () => {
    const { bring, take, recordsOf } = await room();
    await bring('log', zipOf(log));
    const zip = await take('log', 'json-adr');
    expect(filesIn(zip)['export-notes.txt']).toContain('Number 0');
    await bring('again', zip);
    const titles = (rows: Awaited<ReturnType<typeof recordsOf>>) =>
      rows.map(({ title, status, relations }) => [title, status, relations]).sort();
    expect(titles(await recordsOf('again'))).toEqual(titles(await recordsOf('log')));
  });
});

describe('the site', () => {
  test('has a page for each record with links that stay inside, and nothing that runs or is fetched', async () => {
    const { bring, take } = await room();
    const bad = madr(
      'Say <script>alert(1)</script>',
      'accepted',
      `
<img src=x onerror=alert(1)>

[run](javascript:alert(1)) [other](0002-use-postgres.md) ![out](https://example.test/a.png) ![chart](img/chart.png)

| a | b |
| - | - |
| 1 | 2 |
`,
    );
    await bring('log', zipOf({ ...log, 'docs/decisions/0004-bad.md': bad }));
    const files = filesIn(await take('log', 'site'));
    const pages = Object.keys(files).filter((path) => path.startsWith('records/'));
    expect(pages).toHaveLength(5);
    expect(files['files/docs/decisions/img/chart.png']).toBe('not really a picture');
    const page = files[pages.find((path) => path.includes('0004')) ?? ''] ?? '';
    expect(page).toContain('href="../records/0002-use-postgres.html"');
    expect(page).toContain('src="../files/docs/decisions/img/chart.png"');
    expect(page).toContain('<td>1</td>');
    for (const html of Object.values(files)) {
      expect(html).not.toMatch(/<script|onerror=|javascript:|src="https?:|href="\/(?!\/)/i);
    }
    const superseded = files['records/0001-use-mysql.html'] ?? '';
    expect(superseded).toContain('<dt>Superseded by</dt><dd><a href="../records/0002-use-postgres.html">');
    expect(files['index.html']).toContain('href="records/0001-use-mysql.html"');
  });
});

describe('a text made to hold its reader up', () => {
  test.each([
    ['quotes in quotes', '>'.repeat(100_000)],
    ['emphasis begun and never ended', '*a_ '.repeat(100_000)],
    ['runs of backticks', '` '.repeat(200_000)],
  ])('is shown as it stands: %s', async (_name, body) => {
    const { bring, take } = await room();
    await bring('log', zipOf({ 'docs/decisions/0001-long.md': madr('Long', 'accepted', body) }));
    const files = filesIn(await take('log', 'site'));
    const page = files['records/0001-long.html'] ?? '';
    expect(page.includes('<pre><code>## Context')).toBe(true);
    expect(page.includes(body.slice(0, 1000).replaceAll('>', '&gt;'))).toBe(true);
  });
});

test('a record deleted here of a file of several does not come back in the file, also where its number stood twice', async () => {
  const { bring, take, slug, caller } = await room();
  const one = (title: string) => ({ number: 1, title, status: 'accepted', date: '2026-01-02' });
  const brought = await bring('log', zipOf({ 'adr/all.json': JSON.stringify([one('Keep'), one('Drop')]) }));
  expect(brought.records.map(({ path }) => path)).toEqual(['adr/all.json#1', 'adr/all.json#1-2']);
  const { data } = await caller.decisionList.list({ workspace: slug, filters: {} });
  await caller.decision.delete({ workspace: slug, id: data.find(({ title }) => title === 'Drop')?.id ?? '' });
  const text = filesIn(await take('log', 'original'))['adr/all.json'];
  expect(text).toContain('Keep');
  expect(text).not.toContain('Drop');
});

describe('over the API', () => {
  test('answers a zip with a safe name, and says which register there is not', async () => {
    const { bring, tenant, slug } = await room();
    await bring('log', zipOf(log));
    const api = restClient(await makeToken(tenant, 'viewer'));
    const response = await api.get(`/workspaces/${slug}/registers/log/export?layout=original`);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.zip"/);
    expect(filesIn(new Uint8Array(await response.arrayBuffer()))).toEqual(log);
    const missing = await api.get(`/workspaces/${slug}/registers/nowhere/export`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('nowhere');
  });
});

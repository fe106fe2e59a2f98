import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { readArchive, writeArchive } from '../../server/domain/decision-record/archive';
import { readRecords } from '../../server/domain/decision-record/read-set';
import { DecisionListPage } from '../page/decision-list-page';
import { DecisionPage } from '../page/decision-page';
import { call, expectAccessible, listen } from '../page/journey';
import { RegisterImportPage } from '../page/register-import-page';
import { SignInPage } from '../page/sign-in-page';

test.describe.configure({ mode: 'serial' });

const workspace = `records-${Date.now().toString(36)}`;
const register = 'orchard';
const list = `/w/${workspace}/decisions/${register}`;
let page: Page;
let records: RegisterImportPage;
const problems: string[] = [];

const nygard = (number: number, title: string, status: string, text: string) => `# ${number}. ${title}

Date: 2024-02-1${number}

## Status

${status}

## Context

${text}

## Decision

We do it.

## Consequences

* Good: it is settled.
* Bad: it has to be kept up.
`;

const madr = `---
status: accepted
date: 2025-03-04
decision-makers: [Mira Kaur, Jonas Lind]
---

# Cache product pages at the edge

## Context and Problem Statement

Product pages are slow far from Frankfurt.

## Considered Options

* A content delivery network
* A second region

## Decision Outcome

Chosen option: "A content delivery network", because it is there in a week.

### Consequences

* Good, because pages come within 80 ms.
* Bad, because a price can be stale for a minute.
`;

const files: Record<string, string> = {
  'doc/adr/0001-record-decisions.md': nygard(1, 'Record decisions', 'Accepted', 'Nobody remembers why.'),
  'doc/adr/0002-use-one-database.md': nygard(2, 'Use one database', 'Accepted', 'Two are a burden.'),
  // Carriage returns and a byte order mark must come out as they went in.
  'doc/adr/0003-log-to-stdout.md': `\uFEFF${nygard(3, 'Log to stdout', 'Accepted', 'Logs get lost.').replaceAll('\n', '\r\n')}`,
  'doc/adr/0003-ship-in-containers.md': nygard(3, 'Ship in containers', 'Proposed', 'Hosts differ.'),
  'doc/adr/0004-cache-product-pages.md': madr,
  'doc/adr/0005-split-the-shop.md': nygard(5, 'Split the shop', 'on hold', 'It has grown.'),
  'doc/adr/notes.txt': 'Ask Jonas about the edge.\n',
};

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (of: Record<string, string>) =>
  writeArchive(Object.entries(of).map(([name, text]) => ({ path: name, content: bytes(text) })));

/** Takes the register out in a layout, from the menu of its page, and opens what came down. */
async function download(layout: RegExp): Promise<Map<string, Uint8Array>> {
  await page.goto(list);
  await page.getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: layout }).click();
  const archive = readArchive(new Uint8Array(await readFile(await (await coming).path())));
  return new Map(archive.files.map((file) => [file.path, file.content]));
}

test.beforeAll(async ({ browser, baseURL }) => {
  page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  listen(page, problems);
  records = new RegisterImportPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call(page, 'workspace.create', { slug: workspace, name: 'Orchard' });
  await call(page, 'register.create', { workspace, slug: register, name: 'Orchard', template: 'minimal' });
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('an archive that reaches outside itself is refused, and the sentence names the entry', async () => {
  await records.open(workspace, register);
  await expectAccessible(page);
  // Written by the packer itself, as our own refuses to.
  await records.choose('evil.zip', zipSync({ 'doc/adr/../../etc/0001-a.md': bytes(madr) }));
  await expect(page.getByRole('main')).toContainText('../../etc/0001-a.md');
  await page.goto(list);
  await expect(page.getByRole('grid', { name: 'Decisions' })).toContainText('No decision is written down here yet');
});

test('a folder of records is shown file by file before anything is written', async () => {
  await records.open(workspace, register);
  await records.choose('orchard.zip', zip(files));
  await records.expectPreview('orchard.zip');
  await records.expectOutcome([7, 'files'], [6, 'to create'], [1, 'kept aside']);
  await expect(
    page
      .getByText('5 as adr-tools')
      .or(page.getByText(/1 as MADR 4/))
      .first(),
  ).toBeVisible();
  await expect(records.record('0004-cache-product-pages.md')).toContainText('Accepted');
  await expect(records.record('0005-split-the-shop.md')).toContainText('on hold');
  await expect(records.record('0005-split-the-shop.md')).toContainText('Unknown');
  await expect(records.findings).toContainText('on hold');
  await expect(records.findings).toContainText('0003-ship-in-containers.md');
  await expect(records.findings).toContainText('notes.txt');
  await expect(page.getByText('Nothing is written yet. All 6 come in together or not at all')).toBeVisible();
  await expectAccessible(page);
});

test('the records come in, and the list shows each with its status, the untold one as unknown', async () => {
  await records.run('Import 6 decisions');
  await expectAccessible(page);
  await expect(page.getByText('1 decision has an unknown status.')).toBeVisible();
  await page.getByRole('link', { name: 'See the decisions' }).click();
  const grid = page.getByRole('grid', { name: 'Decisions' });
  await expect(grid.getByRole('row').filter({ hasText: 'Cache product pages at the edge' })).toContainText('Accepted');
  await expect(grid.getByRole('row').filter({ hasText: 'Ship in containers' })).toContainText('Proposed');
  await expect(grid.getByRole('row').filter({ hasText: 'Split the shop' })).toContainText('Unknown');
  await expectAccessible(page);
});

test('an old number and a file name lead to the record', async () => {
  await page.goto(`${list}/4`);
  await expect(page.getByRole('heading', { name: 'Cache product pages at the edge', level: 1 })).toBeVisible();
  await page.goto(`${list}/0002-use-one-database.md`);
  await expect(page.getByRole('heading', { name: 'Use one database', level: 1 })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.goto(`${list}/0002`);
  await expect(page.getByRole('heading', { name: 'Use one database', level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(address);
});

test('a number that two records have asks which one is meant', async () => {
  await page.goto(`${list}/3`);
  await expect(page.getByRole('heading', { name: 'Which one is meant?' })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'Log to stdout' })).toBeVisible();
  await page.getByRole('link', { name: 'Ship in containers' }).click();
  await expect(page.getByRole('heading', { name: 'Ship in containers', level: 1 })).toBeVisible();
});

test('the status that could not be told is set by a person, who says how it is known', async () => {
  await page.goto(`${list}?status=unknown`);
  await new DecisionListPage(page).openPeek('Split the shop');
  await page.getByRole('link', { name: 'Open the page' }).click();
  const decision = new DecisionPage(page);
  await expect(decision.heading('Split the shop')).toBeVisible();
  await decision.more(/^Mark as proposed/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'How do you know that it is proposed?' }).fill('Asked Jonas.');
  await dialog.getByRole('button', { name: 'Mark as proposed' }).click();
  await expect(decision.status('Proposed')).toBeVisible();
  await expect(page.getByText('Asked Jonas.')).toBeVisible();
});

test('the same files again have nothing to import', async () => {
  await records.open(workspace, register);
  await records.choose('orchard-again.zip', zip(files));
  await records.expectPreview('orchard-again.zip');
  // What was said here since is not taken back by a file that did not change.
  await records.expectOutcome([7, 'files'], [0, 'to create'], [5, 'unchanged'], [1, 'left as they are']);
  await expect(records.record('0005-split-the-shop.md')).toContainText('Left as it is');
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await expectAccessible(page);
});

test('a file that changed is shown with what it would change, and only that comes in', async () => {
  const changed = { ...files };
  changed['doc/adr/0002-use-one-database.md'] = nygard(2, 'Use one database', 'Accepted', 'Two are a burden to run.');
  await records.open(workspace, register);
  await records.choose('orchard-later.zip', zip(changed));
  await records.expectPreview('orchard-later.zip');
  await records.expectOutcome([7, 'files'], [1, 'to update'], [4, 'unchanged']);
  await expect(records.record('0002-use-one-database.md')).toContainText('Updated');
  await expect(records.record('0002-use-one-database.md')).toContainText('Changes: ');
  await records.run('Update 1 decision');
  await page.goto(`${list}/2`);
  await expect(page.getByText('Two are a burden to run.')).toBeVisible();
});

test('files that are dropped come in as an archive does', async () => {
  await records.open(workspace, register);
  await records.drop([
    { name: '0006-keep-a-glossary.md', text: nygard(6, 'Keep a glossary', 'Accepted', 'Words differ.') },
  ]);
  await records.expectPreview('0006-keep-a-glossary.md.zip');
  await records.expectOutcome([1, 'file'], [1, 'to create']);
});

test('a folder comes in with its paths, without what is no part of it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'paydown-records-'));
  try {
    await mkdir(path.join(folder, 'log', '.git'), { recursive: true });
    await writeFile(path.join(folder, 'log', '0007-name-things.md'), nygard(7, 'Name things', 'Accepted', 'Hard.'));
    await writeFile(path.join(folder, 'log', '0008-rename.md'), nygard(8, 'Rename', 'Proposed', 'Harder.'));
    await writeFile(path.join(folder, 'log', '.git', 'HEAD'), 'ref: refs/heads/main');
    await records.open(workspace, register);
    await records.chooseFolder(path.join(folder, 'log'));
    await records.expectPreview('log.zip');
    await records.expectOutcome([2, 'files'], [2, 'to create'], [0, 'kept aside']);
    await expect(records.record('log/0007-name-things.md')).toContainText('Accepted');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a date that can be read two ways is asked about, and the answer outlasts a reload', async () => {
  const dated = nygard(9, 'Serve in two regions', 'Accepted', 'Far away.').replace('2024-02-19', '05/02/2018');
  await records.open(workspace, register);
  await records.choose('dates.zip', zip({ 'adr/0009-serve-in-two-regions.md': dated }));
  await records.expectPreview('dates.zip');
  await expect(page.getByText('Does the day or the month come first?')).toBeVisible();
  await expect(records.record('0009')).toContainText('not read');
  await page.getByRole('radio', { name: 'Day first' }).click();
  await expect(records.record('0009')).not.toContainText('not read');
  await expectAccessible(page);
  await page.reload();
  await records.expectPreview('dates.zip');
  await expect(page.getByRole('radio', { name: 'Day first' })).toBeChecked();
});

test('the export as it came gives untouched records back byte for byte, and of a touched one only what was touched differs', async () => {
  const exported = await download(/As it came/);
  for (const [name, text] of Object.entries(files)) {
    if (name.includes('0002') || name.includes('0005')) continue;
    const content = exported.get(name);
    expect(content && Buffer.from(content).equals(Buffer.from(bytes(text))), name).toBe(true);
  }
  const spoken = new TextDecoder().decode(exported.get('doc/adr/0005-split-the-shop.md'));
  const original = files['doc/adr/0005-split-the-shop.md'] ?? '';
  expect(spoken.replace(/^Date: .*$/m, 'Date: 2024-02-15')).toBe(original.replace('on hold', 'Proposed'));
});

test('every other layout is taken out whole, and reads back as the same records', async () => {
  const titles = ['Cache product pages at the edge', 'Log to stdout', 'Record decisions', 'Ship in containers'];
  for (const layout of [/^MADR 4/, /^adr-tools/, /^Log4brains/, /^JSON-ADR/]) {
    const exported = await download(layout);
    const read = readRecords([...exported].map(([name, content]) => ({ path: name, content })));
    const found = read.records.map((record) => record.title);
    expect(found.toSorted()).toEqual([...titles, 'Split the shop', 'Use one database'].toSorted());
    const edge = read.records.find(({ title }) => title === titles[0]);
    expect(edge).toMatchObject({ status: 'accepted', deciders: ['Mira Kaur', 'Jonas Lind'] });
  }
});

test('the static site has a page for every record, and its index names them', async () => {
  const site = await download(/Static site/);
  const index = new TextDecoder().decode(site.get('index.html'));
  for (const title of ['Record decisions', 'Cache product pages at the edge', 'Ship in containers', 'Split the shop'])
    expect(index).toContain(title);
});

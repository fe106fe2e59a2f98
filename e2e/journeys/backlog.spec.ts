import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BacklogPage } from '../page/backlog-page';
import { SignInPage } from '../page/sign-in-page';

// One workspace for the file, made through the API: each journey finds its own debts in it.
test.describe.configure({ mode: 'serial' });

const workspace = `backlog-${Date.now().toString(36)}`;
let page: Page;
let backlog: BacklogPage;
const problems: string[] = [];

async function call(procedure: string, input: Record<string, unknown>): Promise<void> {
  const response = await page.request.post(`/api/trpc/${procedure}`, {
    data: { json: input },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

async function addDebt(title: string, factors: number[] | null, more: Record<string, unknown> = {}): Promise<void> {
  const [impact, likelihood, velocityTax, remediationCost] = factors ?? [];
  const score = factors ? { impact, likelihood, velocityTax, remediationCost } : {};
  await call('debt.create', { workspace, title, ...score, ...more });
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ acceptDownloads: true });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Browsers look for this file by themselves when an answer is no page, such as a download.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
  });
  backlog = new BacklogPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call('workspace.create', { slug: workspace, name: 'Backlog journey' });
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('the first day teaches what a debt is and offers the first step', async () => {
  await backlog.openEmpty(workspace);
  await expect(page.getByText('nothing written down yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New debt' })).toBeVisible();
  await expectAccessible();
});

test('debts stand in the order of their scores, ties share a rank, and what decides itself is named', async () => {
  await call('team.create', { workspace, key: 'payments', name: 'Payments' });
  await addDebt('Retry storm at checkout', [5, 4, 4, 4], { effortDays: 9, team: 'payments' });
  await addDebt('Unindexed query', [4, 5, 3, 5], { effortDays: 6 });
  await addDebt('Two clocks', [3, 4, 3, 3], { team: 'payments' });
  await addDebt('No rate limits', [4, 3, 3, 3], { effortDays: 12 });
  await addDebt('Old build', null);
  await backlog.open(workspace);
  await backlog.expectFirst(['TD-2', 'TD-1', 'TD-3', 'TD-4', 'TD-5']);
  await expect(backlog.row('Two clocks')).toContainText('3 =');
  await expect(backlog.row('No rate limits')).toContainText('3 =');
  await expect(page.getByText('27 days of work')).toBeVisible();
  await expect(page.getByRole('link', { name: 'TD-1', exact: true })).toBeVisible();
  await expect(page.getByText('5 of 5', { exact: true })).toBeVisible();
  await expectAccessible();
});

test('a view is an address: a column sorts it, Back takes that back, and a reload keeps it', async () => {
  await backlog.open(workspace);
  await backlog.sortBy('Effort');
  await expect(page).toHaveURL(/sort=-effort/);
  await backlog.expectFirst(['TD-4', 'TD-1', 'TD-2']);
  await backlog.narrow('Team', 'Payments');
  await expect(page).toHaveURL(/team=payments/);
  await backlog.expectFirst(['TD-1', 'TD-3']);
  await page.goBack();
  await backlog.expectFirst(['TD-4', 'TD-1', 'TD-2']);
  await page.goBack();
  await backlog.expectFirst(['TD-2', 'TD-1', 'TD-3']);
  await page.goForward();
  await backlog.expectFirst(['TD-4', 'TD-1', 'TD-2']);
  await page.reload();
  await backlog.expectFirst(['TD-4', 'TD-1', 'TD-2']);
});

test('an export is the view: the same debts in the same order, under a name that says what it is', async () => {
  await backlog.open(workspace, '?team=payments&sort=title');
  await backlog.expectFirst(['TD-1', 'TD-3']);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('2 debts')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Table \(CSV\)/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${workspace}-backlog-[\\d-]+\\.csv$`));
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[0]?.replace('\uFEFF', ''))).toEqual(['Key', 'TD-1', 'TD-3']);
});

test('by keyboard: arrows move and peek, Esc closes, Enter opens the page, Back returns to the row', async () => {
  await backlog.open(workspace);
  await backlog.expectFirst(['TD-2', 'TD-1']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(backlog.peek.getByText('Retry storm at checkout')).toBeVisible();
  await expect(page).toHaveURL(/peek=TD-1/);
  await expectAccessible();
  await page.keyboard.press('Escape');
  await expect(backlog.peek).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/backlog\/TD-2/);
  await page.goBack();
  await backlog.expectFirst(['TD-2', 'TD-1']);
});

test('a score is given again in the peek, with its reason, and the debt takes its new place', async () => {
  await backlog.open(workspace);
  await backlog.row('Two clocks').getByText('Two clocks').click();
  await expect(backlog.peek.getByText('Two clocks')).toBeVisible();
  await page.keyboard.press('s');
  await backlog.choose('Remediation cost', 5);
  await expect(backlog.peek.getByText('16.7')).toBeVisible();
  await backlog.peek.getByRole('button', { name: 'Save score' }).click();
  await expect(backlog.peek.getByText('Say why the score changes.')).toBeVisible();
  await backlog.peek.getByLabel('Why did it change?').fill('The clock service is in place');
  await page.keyboard.press('Control+Enter');
  await expect(backlog.row('Two clocks')).toContainText('16.7');
  await expect(backlog.row('Two clocks').getByRole('gridcell').first()).toHaveText('3');
  await expect(backlog.peek.getByText('“The clock service is in place”')).toBeVisible();
});

test('words find debts of the view, and a search that finds nothing says the way back', async () => {
  await backlog.open(workspace);
  await page.keyboard.press('/');
  await page.keyboard.type('unind');
  await backlog.expectFirst(['TD-2']);
  await expect(page).toHaveURL(/q=unind/);
  await page.getByLabel('Search this view').fill('nothing has these words');
  await expect(page.getByText('No debt matches this view')).toBeVisible();
  await page.getByRole('button', { name: 'Show all that are not closed' }).click();
  await backlog.expectFirst(['TD-2', 'TD-1']);
});

test('a view is kept under a name in the sidebar, renamed, and deleted with a way back', async () => {
  await backlog.open(workspace, '?team=payments');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Payments first');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'Payments first' });
  await expect(link).toBeVisible();
  await backlog.open(workspace);
  await link.click();
  await backlog.expectFirst(['TD-1', 'TD-3']);
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
});

test('several debts are changed at once: shown first, all or nothing, and taken back in one step', async () => {
  await backlog.open(workspace);
  await backlog.expectFirst(['TD-2', 'TD-1']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Team', exact: true }).click();
  await page.getByRole('option', { name: 'Payments' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give 2 debts to Payments' });
  await expect(dialog.getByText('Will change: 1')).toBeVisible();
  await expect(dialog.getByText('Already so: 1')).toBeVisible();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Change 1 debt' }).click();
  await expect(page.getByText('1 debt changed.')).toBeVisible();
  await expect(page.getByText('2 selected')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 debt put back.')).toBeVisible();
});

test('a view is laid out under headings', async () => {
  await backlog.open(workspace);
  await page.getByRole('button', { name: 'Group' }).click();
  await page.getByRole('menuitemradio', { name: 'Team' }).click();
  await expect(page).toHaveURL(/group=team/);
  await expect(backlog.grid.getByText('No team')).toBeVisible();
  await backlog.expectFirst(['TD-1', 'TD-3', 'TD-2']);
  await expectAccessible();
});

test('the palette offers what can be done with the row one is on, and puts the focus there', async () => {
  await backlog.open(workspace, '?peek=TD-1');
  await expect(backlog.peek.getByRole('radiogroup', { name: 'Impact' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump' }).fill('>');
  const palette = page.getByRole('dialog', { name: 'Search or jump' });
  await expect(palette.getByRole('option', { name: 'Export this view Table (CSV)' })).toBeVisible();
  await palette.getByRole('option', { name: 'Score TD-1 again' }).click();
  await expect(
    backlog.peek.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio', { checked: true }),
  ).toBeFocused();
});

test('an address without a page says so, inside the workspace and outside of it', async () => {
  await page.goto(`/w/${workspace}/no/such/page`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible();
  await page.goto('/w/a-workspace-of-others');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectAccessible();
  // The browser reports both answers by itself.
  expect(problems.splice(0).every((problem) => problem.includes('404'))).toBe(true);
});

test('on a phone the table is a list and a row is the page it opens', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await backlog.open(workspace);
  const list = page.getByRole('list', { name: 'Debts' });
  await expect(list.getByRole('listitem').first()).toContainText('Unindexed query');
  await expectAccessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await list.getByText('Retry storm at checkout').click();
  await expect(page).toHaveURL(/\/backlog\/TD-1/);
  await page.setViewportSize({ width: 1360, height: 900 });
});

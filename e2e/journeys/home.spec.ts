import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { HomePage } from '../page/home-page';
import { SignInPage } from '../page/sign-in-page';

// One workspace for the file, made through the API: its week begins empty and each journey adds to it.
test.describe.configure({ mode: 'serial' });

const workspace = `home-${Date.now().toString(36)}`;
const problems: string[] = [];
let page: Page;
let home: HomePage;

async function call(procedure: string, input: Record<string, unknown>): Promise<void> {
  const response = await page.request.post(`/api/trpc/${procedure}`, {
    data: { json: input },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}

test.beforeAll(async ({ browser, baseURL }) => {
  page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  home = new HomePage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call('workspace.create', { slug: workspace, name: 'Home journey' });
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('the first day of home teaches what a debt is, and its first step opens the form', async () => {
  await home.open(workspace);
  await expect(page.getByText('nothing written down yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import a file' })).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'New debt' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('home adds the week up, line by line, and says how much of the work is estimated', async () => {
  const factors = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };
  await call('debt.create', { workspace, title: 'Retry storm', ...factors, effortDays: 9, owner: 'owner@example.com' });
  await call('debt.create', { workspace, title: 'Unindexed query', ...factors, impact: 4, effortDays: 6 });
  await call('debt.create', { workspace, title: 'Old build' });
  await call('debt.create', { workspace, title: 'Gone already', effortDays: 2 });
  await call('debt.delete', { workspace, key: 'TD-4' });
  await home.open(workspace);
  await expect(page.getByText('3 debts are open, three more than a week ago.')).toBeVisible();
  await expect(page.getByText('The 2 with an estimate add up to 15 days of work.')).toBeVisible();
  await expect(home.weekRow('Open on')).toHaveText(/^Open on .*0.*0 d$/);
  await expect(home.weekRow('New')).toHaveText(/^NewTD-3, TD-2, TD-1\+3\+15 d$/);
  await expect(home.weekRow('Open today')).toHaveText('Open today315 d');
  await expect(home.weekRow('Deleted')).toBeHidden();
  await expect(home.severityRow('4')).toHaveText('42');
  await expectAccessible();
});

test('a figure leads to the debts it counts, and what needs somebody leads to where it is done', async () => {
  await home.open(workspace);
  await expect(page.getByText('2 things need you')).toBeVisible();
  await page.getByRole('link', { name: '2 with an estimate' }).click();
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
  await home.open(workspace);
  await page.getByRole('link', { name: 'Decide: TD-1 is at the severity floor' }).click();
  await expect(page.getByText('Decide explicitly.')).toBeVisible();
  await home.open(workspace);
  await page.getByRole('link', { name: 'Score: One debt is not scored yet' }).click();
  await expect(page.getByRole('grid', { name: 'Debts' }).getByText('Old build')).toBeVisible();
});

test('home fits a phone and reads in the dark', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await home.open(workspace);
  await expect(home.weekRow('Open today')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible();
});

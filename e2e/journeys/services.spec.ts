import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pressUntil } from '../page/press-until';
import { ServicesPage } from '../page/services-page';
import { SignInPage } from '../page/sign-in-page';

// One workspace for the file, made through the API; each journey goes on from the one before.
test.describe.configure({ mode: 'serial' });

const workspace = `services-${Date.now().toString(36)}`;
const problems: string[] = [];
let page: Page;
let services: ServicesPage;

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
    // The browser reports the refusals that these journeys provoke; what breaks by itself is still an error.
    if (message.type() === 'error' && !/status of (409|404)/.test(message.text())) problems.push(message.text());
  });
  services = new ServicesPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call('workspace.create', { slug: workspace, name: 'Services journey' });
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('the first service is written down by keyboard: the name suggests the key, what is missing is said', async () => {
  await services.open(workspace);
  await expect(page.getByText('none in the catalogue yet')).toBeVisible();
  await expectAccessible();
  await pressUntil(page, 'c', services.form);
  await services.fill({ name: 'Checkout flow', availability: 'often' });
  await expect(services.form.getByLabel('Key')).toHaveValue('checkout-flow');
  await services.save();
  await expect(services.form.getByText('Choose how much hangs on it.')).toBeVisible();
  await expect(services.form.getByText('A number, such as 99.95.')).toBeVisible();
  await expectAccessible();
  await services.fill({ tier: 'critical', availability: '99,95' });
  await services.save();
  await expect(services.peek.getByText('99.95 %')).toBeVisible();
  await expect(services.peek.getByText('assumed, 21.6 min in 30 days')).toBeVisible();
  await expect(page).toHaveURL(/service=checkout-flow/);
  await expect(page.getByText('1 in the catalogue')).toBeVisible();
});

test('debts count at their service, the worst of them beside it, and lead to the backlog', async () => {
  await call('service.create', { workspace, key: 'mailer', name: 'Mailer', tier: 'low', external: true });
  const factors = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };
  await call('debt.create', { workspace, title: 'Retry storm', ...factors, services: ['checkout-flow'] });
  await services.open(workspace);
  await expect(services.row('checkout-flow')).toContainText('4.3');
  await expect(services.row('mailer')).toContainText('none');
  await page.getByRole('button', { name: 'Tier: Any tier' }).click();
  await page.getByRole('option', { name: 'low' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/tier=low/);
  await services.open(workspace, '?service=checkout-flow');
  await expectAccessible();
  await services.peek.getByRole('link', { name: 'Retry storm' }).click();
  await expect(page).toHaveURL(/\/backlog\/TD-1/);
});

test('a service that is deleted comes back by undo, and its key is not taken by another meanwhile', async () => {
  await services.open(workspace, '?service=mailer');
  await page.getByRole('button', { name: 'Change mailer' }).click();
  await page.getByRole('menuitem', { name: 'Delete service' }).click();
  await expect(services.row('mailer')).toHaveCount(0);
  await pressUntil(page, 'c', services.form);
  await services.fill({ name: 'Mailer', tier: 'high' });
  await services.save();
  await expect(services.form.getByText('mailer was deleted and keeps its key.')).toBeVisible();
  await services.form.getByRole('button', { name: 'Restore Mailer' }).click();
  await expect(services.row('mailer')).toContainText('low');
  await expect(page.getByText('mailer is back.')).toBeVisible();
});

test('two edits of one service are put together, and nothing of either is lost', async () => {
  await services.open(workspace, '/mailer');
  await pressUntil(page, 'e', services.form);
  await services.fill({ name: 'Mail and letters' });
  await call('service.update', { workspace, key: 'mailer', version: 3, tier: 'medium' });
  await services.save();
  await expect(services.form.getByText('Tier: theirs medium, in your form low')).toBeVisible();
  await services.form.getByRole('button', { name: 'Go on from theirs' }).click();
  await services.save();
  await expect(page.getByRole('heading', { name: 'Mail and letters' })).toBeVisible();
  await expect(page.getByText('medium', { exact: true })).toBeVisible();
  await expectAccessible();
});

test('the catalogue and a service fit a phone and read in the dark', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const rest of ['', '/checkout-flow']) {
    await services.open(workspace, rest);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible();
  }
});

test('the API’s page shows every operation and is where its problems point', async () => {
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto('/docs/api#error-invalid');
  await expect(
    page.getByRole('heading', { name: '422 The request has something that cannot be used' }),
  ).toBeInViewport();
  const paths: unknown = (await (await page.request.get('/api/v1/openapi.json')).json()).paths;
  await expect(page.getByRole('region', { name: /^Request of / })).toHaveCount(
    Object.values(Object(paths)).reduce<number>((sum, item) => sum + Object.keys(Object(item)).length, 0),
  );
  await expectAccessible();
});

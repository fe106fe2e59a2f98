import { expect, type Page, test } from '@playwright/test';
import { DecisionListPage } from '../page/decision-list-page';
import { DecisionPage } from '../page/decision-page';
import { call, expectAccessible, listen } from '../page/journey';
import { pressUntil } from '../page/press-until';
import { SignInPage } from '../page/sign-in-page';

test.describe.configure({ mode: 'serial' });

const workspace = `list-${Date.now().toString(36)}`;
const base = `/w/${workspace}/decisions`;
let page: Page;
let phone: Page;
let list: DecisionListPage;
const problems: string[] = [];

const tax = 'Cache tax rates for 24 hours';
const card = 'Keep the old card form until spring';
const outbox = 'Publish order events through an outbox';
const flags = 'Evaluate feature flags in one library';
const postgres = 'One Postgres for every team';
const asked = 'Ask the tax service at checkout';

const text = (words: string) => `## Context\n\n${words}\n\n## Decision\n\nSo it is.\n`;

type Made = { id: string };

async function decide(input: Record<string, unknown>, to: 'draft' | 'proposed' | 'accepted', more = {}): Promise<Made> {
  const made = await call<Made>(page, 'decision.create', { workspace, ...input });
  if (to === 'draft') return made;
  await call(page, 'decision.transition', { workspace, id: made.id, to: 'proposed' });
  if (to === 'accepted') await call(page, 'decision.transition', { workspace, id: made.id, to: 'accepted', ...more });
  return made;
}

test.beforeAll(async ({ browser, baseURL }) => {
  page = await (await browser.newContext()).newPage();
  listen(page, problems);
  list = new DecisionListPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call(page, 'workspace.create', { slug: workspace, name: 'Pantry' });
  await call(page, 'service.create', { workspace, key: 'checkout', name: 'Checkout', tier: 'critical' });
  for (const name of ['Storefront', 'Platform'])
    await call(page, 'register.create', { workspace, slug: name.toLowerCase(), name, template: 'minimal' });
  const storefront = { register: 'storefront', owner: 'owner@example.com' };
  const old = await decide({ ...storefront, title: asked, body: text('Rates come fresh.') }, 'accepted');
  const platform = { register: 'platform', owner: null };
  const rests = await decide({ ...platform, title: postgres, body: text('Two are a burden.') }, 'accepted');
  await decide(
    {
      ...storefront,
      title: tax,
      body: text('Shoppers wait for the tax service.'),
      tags: ['tax'],
      services: ['checkout'],
      revisitOn: '2026-01-15',
    },
    'accepted',
    { supersedes: [{ target: old.id }] },
  );
  await decide({ ...storefront, title: card, body: text('It is slow.'), expiresOn: '2026-03-01' }, 'accepted');
  const events = await decide(
    { ...storefront, title: outbox, body: text('An outbox table never loses one.'), revisitCondition: 'Orders double' },
    'accepted',
  );
  await call(page, 'decision.relate', { workspace, id: events.id, target: rests.id, type: 'dependsOn' });
  await decide({ ...platform, title: flags, tags: ['flags'], body: text('There are three.') }, 'proposed');
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('facets narrow the list, and the address keeps the view over a reload and gives it back', async () => {
  await list.open(workspace);
  await list.expectRows(tax, card, outbox, flags, postgres, asked);
  await expectAccessible(page);
  await list.facet('Accepted').click();
  await list.expectRows(tax, card, outbox, postgres);
  await list.facet('Storefront').click();
  await list.expectRows(tax, card, outbox);
  await list.facet('checkout').click();
  await list.expectRows(tax);
  await page.reload();
  await list.expectRows(tax);
  await expect(list.facet('checkout')).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await list.expectRows(tax, card, outbox);
  await page.goBack();
  await list.expectRows(tax, card, outbox, postgres);
});

test('tag, owner and age narrow it as the others do, each with its count', async () => {
  await list.open(workspace);
  await expect(list.facet('tax')).toHaveAccessibleName(/^tax ?, 1$/);
  await list.facet('flags').click();
  await list.expectRows(flags);
  await list.facet('flags').click();
  await list.facet('nobody').click();
  await list.expectRows(flags, postgres);
  await list.facet('under 30 days').click();
  await expect(page).toHaveURL(/owner=none.*age=month|age=month.*owner=none/);
  await list.expectRows(flags, postgres);
});

test('words are found in the text, and marked where they stand', async () => {
  await list.open(workspace);
  await page.getByRole('button', { name: 'Search this view' }).click();
  await page.getByRole('textbox', { name: 'Search this view' }).fill('shoppers waiting');
  await list.expectRows(tax);
  await expect(list.row(tax).locator('mark').first()).toHaveText('Shoppers');
  await expect(page).toHaveURL(/q=shoppers/);
  await expectAccessible(page);
  await page.reload();
  await list.expectRows(tax);
  await page.getByRole('textbox', { name: 'Search this view' }).fill('nothing like it');
  await expect(list.grid).toContainText('No decision matches this view');
  await page.getByRole('button', { name: 'Show them all' }).click();
  await expect(list.row(outbox)).toBeVisible();
});

test('the list is read by keyboard: rows, the peek, its page, and back', async () => {
  await list.open(workspace, '?sort=title');
  await pressUntil(page, 'j', list.peek);
  const title = list.peek.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(asked);
  await page.keyboard.press('j');
  await expect(title).toHaveText(tax);
  await expectAccessible(page);
  await page.keyboard.press('k');
  await expect(title).toHaveText(asked);
  await page.keyboard.press('Escape');
  await expect(list.peek).toBeHidden();
  await list.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(title).toHaveText(tax);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: tax, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(title).toHaveText(tax);
});

test('a condition that is met makes its decision due, with what shows it', async () => {
  await list.open(workspace, '?sort=title');
  await list.openPeek(outbox);
  await list.peek.getByRole('link', { name: 'Open the page' }).click();
  const decision = new DecisionPage(page);
  await expect(decision.heading(outbox)).toBeVisible();
  await decision.more(/^The condition is met/);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Orders double');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ask again now' }).click();
  await expect(dialog).toContainText('Say what shows it');
  await dialog.getByRole('textbox', { name: 'What shows it?' }).fill('41 % more since June.');
  await dialog.getByRole('button', { name: 'Ask again now' }).click();
  await expect(page.getByText('41 % more since June.').first()).toBeVisible();
});

test('what is due is gone through, and "it still holds" is recorded with its reason', async () => {
  await list.open(workspace);
  await expect(page.getByText('3 decisions are due for a revisit.')).toBeVisible();
  await expect(
    page.getByText('One is past its date, one has expired, one has its condition met', { exact: false }),
  ).toBeVisible();
  await page.getByTitle(`Storefront 2: ${tax}`).click();
  await expect(list.peek.getByRole('heading', { level: 2 })).toHaveText(tax);
  await list.peek.getByRole('button', { name: 'Reaffirm' }).click();
  await expect(list.peek).toContainText('Say why it holds');
  await list.reaffirm('Rates changed twice in ten months.');
  await expect(page.getByText('2 decisions are due for a revisit.')).toBeVisible();
  await page.goto(`${base}/storefront/2`);
  await expect(page.getByText('Rates changed twice in ten months.')).toBeVisible();
});

test('a trade-off whose time is over says so, and a successor can be begun from there', async () => {
  await list.open(workspace, '?due=true');
  await list.expectRows(card, outbox);
  await expect(list.row(card)).toContainText(/expired \d+ d ago/);
  await list.openPeek(card);
  await expect(list.peek.getByRole('region', { name: 'Due' })).toContainText('Expired 1 Mar 2026');
  await list.peek.getByRole('button', { name: 'Write a successor' }).click();
  await expect(new DecisionPage(page).text()).toBeVisible();
});

test('the graph of a register and its table say the same relations', async () => {
  await page.goto(`${base}/storefront/graph`);
  const node = page.getByRole('region', { name: 'Graph' }).getByRole('link', { name: tax });
  await expect(node).toBeVisible();
  await expect(node).toHaveAccessibleName(new RegExp(`supersedes ${asked}`));
  await expectAccessible(page);
  await pressUntil(page, 't', page.getByRole('table', { name: 'Relations' }));
  const line = page.getByRole('row').filter({ hasText: tax });
  await expect(line).toContainText('supersedes');
  await expect(line).toContainText(asked);
  await expect(page.getByRole('row').filter({ hasText: outbox })).toContainText(postgres);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Relations' })).toBeVisible();
  await page.getByRole('link', { name: outbox }).first().click();
  await expect(page.getByRole('heading', { name: outbox, level: 1 })).toBeVisible();
});

test('the timeline of a register and its table say the same changes', async () => {
  await page.goto(`${base}/storefront/timeline`);
  await expect(page.getByRole('listitem').filter({ hasText: asked }).filter({ hasText: 'Superseded' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Changes of status' });
  await expect(table.getByRole('row').filter({ hasText: asked }).filter({ hasText: 'Superseded' })).toBeVisible();
  await expectAccessible(page);
});

test('an admin makes a template of the workspace’s own, and reads it as it will look', async () => {
  await page.goto(`/w/${workspace}/settings/registers`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Recipe');
  await dialog.getByRole('textbox', { name: 'When to use it' }).fill('For dishes');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('## Ingredients\n\n{what goes in}\n');
  await dialog.getByRole('tab', { name: 'Preview' }).click();
  await expect(dialog.getByRole('heading', { name: 'Ingredients' })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create template' }).click();
  await expect(dialog).toBeHidden();
});

test('a register begins with that template, and a draft in it starts from its text', async () => {
  await page.getByRole('button', { name: 'New register' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Kitchen');
  await dialog.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: /^Recipe/ }).click();
  await dialog.getByRole('spinbutton', { name: 'Approvals' }).fill('2');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create register' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Kitchen' })).toContainText('Recipe');
  await page.goto(`${base}/new?register=kitchen`);
  await expect(page.getByRole('radio', { name: /Recipe/ })).toBeChecked();
  await expectAccessible(page);
  const decision = new DecisionPage(page);
  await decision.begin(workspace, 'kitchen', 'Bake bread on Mondays');
  await expect(decision.text()).toContainText('{what goes in}');
});

test('on a phone and in the dark nothing is wider than the screen, and all of it is accessible', async ({
  browser,
}) => {
  phone = await (
    await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      storageState: await page.context().storageState(),
    })
  ).newPage();
  listen(phone, problems);
  for (const path of ['', '/storefront/graph', '/storefront/timeline']) {
    await phone.goto(base + path);
    await expect(phone.getByRole('link', { name: new RegExp(tax) }).first()).toBeVisible();
    await expectAccessible(phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test('on a phone the facets come over the list, and a row opens its page', async () => {
  await phone.goto(base);
  await phone.getByRole('button', { name: 'Facets' }).click();
  await phone
    .getByRole('dialog')
    .getByRole('link', { name: /^tax ?,/ })
    .click();
  await phone.keyboard.press('Escape');
  await expect(phone.getByRole('link', { name: new RegExp(card) })).toHaveCount(0);
  await phone.getByRole('link', { name: new RegExp(tax) }).click();
  await expect(phone.getByRole('heading', { name: tax, level: 1 })).toBeVisible();
  await phone.context().close();
});

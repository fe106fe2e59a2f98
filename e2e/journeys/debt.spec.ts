import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DebtPage } from '../page/debt-page';
import { pressUntil } from '../page/press-until';
import { SignInPage } from '../page/sign-in-page';

// One workspace for the file; each journey writes down the debt it is about.
test.describe.configure({ mode: 'serial' });

const workspace = `debt-${Date.now().toString(36)}`;
let page: Page;
let debt: DebtPage;
const problems: string[] = [];

function listen(to: Page): void {
  to.on('pageerror', (error) => problems.push(error.message));
  to.on('console', (message) => {
    // The browser itself reports every refused request; what the page makes of a refusal is looked at below.
    const isRefusal = /status of (400|404|409|422)/.test(message.text());
    if (message.type() === 'error' && !isRefusal) problems.push(message.text());
  });
}

async function call(procedure: string, input: Record<string, unknown>): Promise<string> {
  const response = await page.request.post(`/api/trpc/${procedure}`, {
    data: { json: { workspace, ...input } },
    headers: { origin: new URL(page.url()).origin },
  });
  const text = await response.text();
  expect(response.ok(), text).toBe(true);
  return /"key":"(TD-\d+)"/.exec(text)?.[1] ?? '';
}

const scored = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };

async function expectAccessible(on: Page = page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: on }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  page = await context.newPage();
  listen(page);
  debt = new DebtPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  const made = await page.request.post('/api/trpc/workspace.create', {
    data: { json: { slug: workspace, name: 'Debt journey' } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.ok(), await made.text()).toBe(true);
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('a debt is written down with the keyboard: alike ones are named, the score is a range until all is answered, and closing keeps the draft', async () => {
  await call('debt.create', { title: 'Retry storm when the tax API times out', ...scored });
  await page.goto(`/w/${workspace}/backlog`);
  const dialog = page.getByRole('dialog', { name: 'New debt' });
  await pressUntil(page, 'c', dialog);
  await page.keyboard.type('Stock lookups are retried without a limit');
  await expect(dialog.getByText('One looks alike. Is it one of them?')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'This one, TD-1' })).toBeVisible();

  await dialog.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await page.keyboard.press('Tab');
  await page.keyboard.press('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('2');
  await expect(dialog.getByText('3.0 to 15.0')).toBeVisible();
  await expect(dialog.getByText('one answer left')).toBeVisible();
  await expect(dialog.getByText('(3 + 4 + 2) × cost ÷ 3')).toBeVisible();
  await dialog.getByText('Inadvertent').click();
  await dialog.getByText('Prudent').click();
  await expect(dialog.getByText('A better design is visible now.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Effort' }).fill('4.3');
  await expectAccessible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  await pressUntil(page, 'c', dialog);
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Stock lookups are retried without a limit');
  await expect(dialog.getByText(/draft kept at \d\d:\d\d/)).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Whole or half days, such as 4 or 4.5.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Effort' }).fill('4.5');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Stock lookups are retried without a limit' }),
  ).toBeVisible();
  await expect(debt.row('Score').getByText('3.0 to 15.0')).toBeVisible();
});

test('a score is given again with its reason, and the history says what moved it', async () => {
  const key = await call('debt.create', { title: 'Scored again', ...scored });
  await debt.open(workspace, key);
  await expect(page.getByText('Decide explicitly.')).toBeVisible();
  await expectAccessible();
  await expect(async () => {
    await page.keyboard.press('s');
    await expect(debt.factor('Impact').getByRole('radio', { checked: true })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('3');
  await expect(debt.row('Score').getByText('(3 + 4 + 4) × 4 ÷ 3')).toBeVisible();
  await expect(debt.row('Score').getByText('−2.7, severity')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Say why the score changes.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Why did it change?' }).fill('Two teams, not all customers.');
  await page.keyboard.press('Control+Enter');
  const history = debt.row('How it got here');
  await expect(history.getByText('Two teams, not all customers.')).toBeVisible();
  await expect(history.getByRole('button', { name: '−2.7' }).first()).toBeVisible();
  await expect(page.getByText('Decide explicitly.')).toBeHidden();
  await history.getByRole('button', { name: '−2.7' }).first().click();
  await expect(page.getByText('Change from 17.3 to 14.7: down, better')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(debt.row('Score').getByText('14.7')).toBeVisible();
});

test('an edit keeps its draft over Esc and a reload, and names the field that is refused', async () => {
  const key = await call('debt.create', { title: 'Edited in place', ...scored });
  await debt.open(workspace, key);
  await debt.edit();
  await debt.field('Plan').fill('Cache first.');
  await debt.field('Effort').fill('many');
  await expect(page.getByText(/Draft kept at/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(debt.field('Plan')).toBeHidden();
  await expect(debt.button(/^Edit/)).toBeFocused();
  await debt.edit();
  await page.reload();
  await expect(page.getByText('Your draft is back.')).toBeVisible();
  await expect(debt.field('Plan')).toHaveValue('Cache first.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('a number of days in halves, such as 4.5')).toBeVisible();
  await debt.field('Effort').fill('4.3');
  await debt.field('Title').fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Whole or half days, such as 4 or 4.5.')).toBeVisible();
  await expect(page.getByText('Must not be empty.')).toBeVisible();
  await expectAccessible();
  await debt.field('Effort').fill('4,5');
  await debt.field('Title').fill('Edited <b>in place</b> 😀');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Edited <b>in place</b> 😀' })).toBeVisible();
  await expect(debt.row('What it costs').getByText('4.5 days')).toBeVisible();
  await expect(debt.row('Repayment').getByText('Cache first.')).toBeVisible();
  await debt.edit();
  await expect(page.getByText('Nothing changed yet.')).toBeVisible();
});

test('two windows that change one debt: both sides are shown, put together, and saved as one', async () => {
  const plan = 'Read tax from a 24-hour cache, then take the retries out of checkout';
  const key = await call('debt.create', { title: 'Contested', ...scored, effortDays: 9, repaymentPlan: plan });
  const other = new DebtPage(await page.context().newPage());
  listen(other.page);
  await Promise.all([debt.open(workspace, key, '?edit=1'), other.open(workspace, key, '?edit=1')]);

  await debt.field('Plan').fill(`Clean the postcode table, r${plan.slice(1)}`);
  await debt.field('Effort').fill('14');
  await debt.answer('Remediation cost', 3);
  await debt.field('Why did it change?').fill('Postcodes need cleaning first.');

  await other.field('Plan').fill(plan.replace('cache,', 'cache before 27 Nov,'));
  await other.field('Effort').fill('12');
  await other.answer('Likelihood', 5);
  await other.field('Why did it change?').fill('Black Friday.');
  await other.page.keyboard.press('Control+Enter');
  await expect(other.field('Plan')).toBeHidden();

  await debt.field('Effort').press('Control+Enter');
  await expect(page.getByText('Three fields differ.')).toBeVisible();
  await expect(page.getByText('Choose effort first.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('radiogroup', { name: 'Effort' }).getByText('14 d').click();

  // Somebody saves once more while the two are put together: what was decided is not lost either.
  await call('debt.update', { key, version: 2, title: 'Contested by many' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Contested by many' })).toBeVisible();
  await expect(page.getByText('No field differs.')).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'How it got here' })).toBeVisible();
  await expect(debt.row('Score').getByText('(5 + 5 + 4) × 3 ÷ 3')).toBeVisible();
  await expect(debt.row('What it costs').getByText('14 days')).toBeVisible();
  await expect(debt.row('Repayment')).toContainText(
    'Clean the postcode table, read tax from a 24-hour cache before 27 Nov, then take the retries out of checkout',
  );
  const history = debt.row('How it got here');
  await expect(history.getByText('Black Friday.')).toBeVisible();
  await expect(history.getByText('Postcodes need cleaning first.')).toBeVisible();
  await other.page.close();
});

test('a state asks in place for what it needs', async () => {
  const into = await call('debt.create', { title: 'Goes on for both' });
  const key = await call('debt.create', { title: 'Lived with', ...scored });
  await debt.open(workspace, key);
  await debt.moveTo('Accepted');
  const until = page.getByLabel('Accepted until', { exact: true });
  await until.fill('2020-01-01');
  await debt.button(/^Accept (Ctrl|⌘)/).click();
  await expect(page.getByText(/Must be after today/)).toBeVisible();
  await expect(page.getByText('Say why it is accepted.')).toBeVisible();
  // It was faint while the answer was awaited.
  await expect(debt.button(/^Accept (Ctrl|⌘)/)).toHaveCSS('opacity', '1');
  await expectAccessible();
  await until.fill('2190-01-31');
  await page.getByLabel('Why is it right to live with it?').fill('It is replaced next year.');
  await page.keyboard.press('Control+Enter');
  await expect(debt.button('Accepted until 31 Jan 2190')).toBeVisible();
  await expect(page.getByText('Decide explicitly.')).toBeHidden();

  await debt.moveTo('Withdrawn');
  await page.getByText('Merged into another').click();
  await debt.button(/^Withdraw (Ctrl|⌘)/).click();
  await expect(page.getByText('Say which debt it was merged into, such as TD-12.')).toBeVisible();
  await debt.button('Debt: Choose a debt').click();
  await page.getByPlaceholder('Words of the debt').fill('goes both');
  await page.getByRole('option', { name: /Goes on for both/ }).click();
  await debt.button(/^Withdraw (Ctrl|⌘)/).click();
  await expect(debt.button(`Withdrawn: merged into another (${into})`)).toBeVisible();
  await expect(page.getByText('closed debts have no rank')).toBeVisible();
});

test('a deleted debt can be undone at once, leaves a tombstone, is read as it was, and comes back', async () => {
  const key = await call('debt.create', { title: 'The address form exists twice', ...scored });
  await debt.open(workspace, key);
  await debt.fromMenu('Delete');
  await expect(page.getByText(`${key} is not in the backlog any more`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(debt.row('What it costs')).toBeVisible();

  await debt.fromMenu('Delete');
  await expect(page.getByText(`${key} is not in the backlog any more`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/deleted this debt on/)).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Read it as it was' }).click();
  await expect(debt.row('What it costs')).toBeVisible();
  await expect(debt.button(/Edit/)).toBeHidden();
  await page.getByRole('button', { name: 'What happened' }).click();
  await page.getByRole('button', { name: `Restore ${key}` }).click();
  await expect(debt.button(/Edit/)).toBeVisible();
});

test('on a phone the page begins with the score, and saving it stays in reach', async () => {
  const key = await call('debt.create', { title: 'Scored on the way', description: 'Long. '.repeat(400), ...scored });
  await page.setViewportSize({ width: 390, height: 844 });
  await debt.open(workspace, key);
  await expect(debt.factor('Impact')).toBeInViewport();
  await debt.answer('Impact', 3);
  await expect(debt.button(/^Save score/)).toBeInViewport();
  await expectAccessible();
  await page.setViewportSize({ width: 1360, height: 900 });
});

test('a key that nobody has used says so', async () => {
  await page.goto(`/w/${workspace}/backlog/TD-9999`);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such debt' })).toBeVisible();
  await expectAccessible();
});

test('previous and next stay in the view one came from', async () => {
  const first = await call('debt.create', { title: 'View one', effortDays: 3, labels: ['view'] });
  const second = await call('debt.create', { title: 'View two', effortDays: 2, labels: ['view'] });
  await debt.open(workspace, first, '?label=view&sort=-effort');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(debt.button('The debt before')).toBeDisabled();
  await debt.button('The debt after').click();
  await expect(page).toHaveURL(new RegExp(`${second}\\?label=view&sort=-effort`));
  await expect(page.getByText('2 of 2')).toBeVisible();
});

test('on a phone a factor is answered by touch and the save bar stays in view', async ({ browser }) => {
  const key = await call('debt.create', { title: 'By touch', ...scored });
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = new DebtPage(await context.newPage());
  listen(phone.page);
  await phone.open(workspace, key);
  await expect(async () => {
    await phone.factor('Velocity tax').getByText('2', { exact: true }).tap();
    await expect(phone.button('Save score')).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  const cell = await phone.factor('Velocity tax').getByText('2', { exact: true }).boundingBox();
  expect(cell?.width).toBeGreaterThanOrEqual(44);
  expect(cell?.height).toBeGreaterThanOrEqual(38);
  await expectAccessible(phone.page);
  const widths = await phone.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBe(widths[1]);
  await phone.page.getByRole('textbox', { name: 'Why did it change?' }).fill('Nobody works there now.');
  await phone.button('Save score').tap();
  await expect(phone.row('How it got here').getByText('Nobody works there now.')).toBeVisible();
  await context.close();
});

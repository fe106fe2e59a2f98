import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { PeoplePage } from '../page/people-page';
import { SetupPage } from '../page/setup-page';
import { SignInPage } from '../page/sign-in-page';

// One installation, from its first minute on: each step stands on the one before.
test.describe.configure({ mode: 'serial' });

const link = process.env.SETUP_LINK ?? '';
const origin = link ? new URL(link).origin : '';
const workspace = 'harbour';
const owner = {
  name: 'Ana Silva',
  email: 'ana@harbour.example',
  password: 'quiet harbour at nine',
  workspace: 'Harbour',
};
const newcomer = { name: 'Kim Brandt', email: 'kim@harbour.example', password: 'a louder harbour at ten' };

let ana: Page;
let kim: Page;
const contexts: BrowserContext[] = [];

async function newPerson(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

test.beforeAll(async ({ browser }) => {
  ana = await newPerson(browser);
  kim = await newPerson(browser);
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
});

test('the first visitor of the one-time link owns the workspace, and the second is told', async () => {
  const setup = new SetupPage(ana);
  await setup.open(link);
  await setup.fill({ ...owner, password: 'password123' });
  await expect(ana.getByText(/Among the 10,000 most common/)).toBeVisible();
  await setup.fill(owner);
  await expect(ana.getByText('Strong: 21 characters')).toBeVisible();
  await expectAccessible(ana);
  await setup.startEmpty();
  await ana.waitForURL(`${origin}/w/${workspace}`);
  await kim.goto(link);
  await expect(kim.getByRole('heading', { name: 'This installation is set up already' })).toBeVisible();
  await expectAccessible(kim);
});

test('an invitation link, passed on without e-mail, makes someone a member with its role', async () => {
  const people = new PeoplePage(ana);
  await people.open(origin, workspace);
  const invitation = await people.invite(newcomer.email, 'Viewer');
  await kim.goto(invitation);
  await expect(kim.getByRole('heading', { name: 'Join Harbour' })).toBeVisible();
  await expectAccessible(kim);
  await kim.getByLabel('Your name').fill(newcomer.name);
  await kim.getByLabel('Password', { exact: true }).fill(newcomer.password);
  await kim.getByRole('button', { name: 'Join Harbour' }).click();
  await kim.waitForURL(`${origin}/w/${workspace}`);
  await kim.goto(invitation);
  await expect(kim.getByRole('heading', { name: 'You have joined Harbour already' })).toBeVisible();
  await people.open(origin, workspace);
  await expect(people.row(newcomer.name)).toContainText('Viewer');
  await expectAccessible(ana);
});

test('a role applies at the next page, without signing in again', async () => {
  await kim.goto(`${origin}/w/${workspace}/settings/tokens`);
  await expect(kim.getByRole('heading', { name: 'This is for admins' })).toBeVisible();
  await new PeoplePage(ana).changeRole(newcomer.name, 'Admin');
  await kim.reload();
  await expect(kim.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible();
});

test('a token is shown once, and gone after it was revoked', async () => {
  await kim.getByRole('button', { name: 'New token' }).first().click();
  const dialog = kim.getByRole('dialog');
  await dialog.getByLabel('Name').fill('nightly-export');
  await expectAccessible(kim);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const secret = await kim.getByRole('textbox', { name: 'The new token' }).inputValue();
  expect(secret).toMatch(/^pd_/);
  const path = `${origin}/api/v1/workspaces/${workspace}/services`;
  const headers = { authorization: `Bearer ${secret}` };
  expect((await kim.request.get(path, { headers })).status()).toBe(200);
  await kim.reload();
  await expect(kim.getByRole('row', { name: /nightly-export/ })).toBeVisible();
  await expect(kim.getByText(secret)).toHaveCount(0);
  await expectAccessible(kim);
  await kim.getByRole('button', { name: 'Revoke nightly-export' }).click();
  await kim.getByRole('button', { name: 'Revoke token' }).click();
  await expect(kim.getByText('nightly-export has stopped working')).toBeVisible();
  expect((await kim.request.get(path, { headers })).status()).toBe(401);
});

test('a reset link made by an admin signs the person out and in again with a new password', async ({ browser }) => {
  const people = new PeoplePage(ana);
  await people.more(newcomer.name, /Make a password link/);
  await ana.getByRole('button', { name: 'Make the link' }).click();
  const reset = (await ana.getByText(/\/reset\//).textContent()) ?? '';
  await ana.getByRole('button', { name: 'Done' }).click();
  const elsewhere = await newPerson(browser);
  await elsewhere.goto(reset);
  await elsewhere.getByLabel('New password', { exact: true }).fill('the quietest harbour');
  await elsewhere.getByRole('button', { name: 'Save password and sign in' }).click();
  await elsewhere.waitForURL(`${origin}/w/${workspace}`);
  await kim.goto(`${origin}/w/${workspace}/settings/people`);
  await kim.waitForURL(/\/sign-in/);
  await new SignInPage(kim).signIn(newcomer.email, newcomer.password);
  await expect(kim.getByText('This e-mail and password do not match.')).toBeVisible();
  await expect(kim.getByText('You have 4 tries left')).toBeVisible();
  await expectAccessible(kim);
  await new SignInPage(kim).signIn(newcomer.email, 'the quietest harbour');
  await kim.waitForURL(`${origin}/w/${workspace}/settings/people`);
});

test('a session ended in one browser is out in the other', async () => {
  await kim.goto(`${origin}/w/${workspace}/settings/sessions`);
  await expect(kim.getByText('Signed in here and in one other place')).toBeVisible();
  await kim.getByRole('button', { name: 'End all others' }).click();
  await expect(kim.getByText('Signed in here and nowhere else')).toBeVisible();
  await expectAccessible(kim);
});

test('a removed member is out at once, and back after an undo', async () => {
  const people = new PeoplePage(ana);
  await people.more(newcomer.name, /^Remove/);
  await expect(people.row(newcomer.name)).toHaveCount(0);
  await kim.goto(`${origin}/w/${workspace}`);
  await expect(kim.getByText('Harbour')).toHaveCount(0);
  await ana.getByRole('button', { name: 'Undo' }).click();
  await expect(people.row(newcomer.name)).toBeVisible();
  await kim.goto(`${origin}/w/${workspace}`);
  await expect(kim.getByRole('button', { name: 'Workspace Harbour' })).toBeVisible();
});

test('teams, settings, account and the audit log work by what they say', async () => {
  await ana.goto(`${origin}/w/${workspace}/settings/teams`);
  await ana.getByRole('button', { name: 'New team' }).first().click();
  await ana.getByRole('dialog').getByLabel('Name').fill('Check Out');
  await expect(ana.getByRole('dialog').getByLabel('Key')).toHaveValue('check-out');
  await ana.getByRole('button', { name: 'Create team' }).click();
  await expect(ana.getByRole('row', { name: /Check Out/ })).toBeVisible();
  await expectAccessible(ana);
  await ana.goto(`${origin}/w/${workspace}/settings/workspace`);
  await ana.getByLabel('Debt prefix').fill('pay');
  await ana.getByRole('button', { name: 'Save settings' }).click();
  await expect(ana.getByText('The settings are saved')).toBeVisible();
  await expectAccessible(ana);
  await ana.goto(`${origin}/w/${workspace}/settings/account`);
  await expectAccessible(ana);
  await ana.goto(`${origin}/w/${workspace}/settings/audit`);
  await expect(ana.getByRole('listitem').filter({ hasText: 'changed the role of Kim Brandt' })).toContainText(
    'viewer → admin',
  );
  await expectAccessible(ana);
});

test('signing out leaves nothing behind', async () => {
  await ana.getByRole('button', { name: /Ana Silva/ }).click();
  await ana.getByRole('menuitem', { name: 'Sign out' }).click();
  await ana.waitForURL(/\/sign-in/);
  await ana.goto(`${origin}/w/${workspace}`);
  await ana.waitForURL(/\/sign-in/);
});

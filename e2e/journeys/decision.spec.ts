import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DecisionPage } from '../page/decision-page';
import { PeoplePage } from '../page/people-page';
import { SignInPage } from '../page/sign-in-page';

// Two people and one decision, from its first words to the record that replaces it; each journey goes on from the one before.
test.describe.configure({ mode: 'serial' });

const workspace = `decision-${Date.now().toString(36)}`;
const title = 'Cache tax rates for 24 hours';
const successor = 'Compute tax ourselves';
const kim = { name: 'Kim Aas', email: `kim-${Date.now().toString(36)}@example.com`, password: 'lighthouse keeper' };
const passage = 'the last known one for that state';
const first = `## Context

Checkout asks the tax API while shoppers wait.

## Decision

When a rate is missing we use ${passage}, and mark the order \`tax_estimated\`.

## Alternatives considered

1. Time out and fail.
2. A cache of 24 hours.

## Consequences

- Good: checkout no longer waits.
- Bad: a rate can be a day old.
`;

let owner: Page;
let reader: Page;
let address = '';
const problems: string[] = [];

function listen(to: Page): void {
  to.on('pageerror', (error) => problems.push(error.message));
  to.on('console', (message) => {
    const isRefusal = /status of (400|404|409|422)/.test(message.text());
    if (message.type() === 'error' && !isRefusal) problems.push(message.text());
  });
}

async function call(procedure: string, input: Record<string, unknown>): Promise<void> {
  const response = await owner.request.post(`/api/trpc/${procedure}`, {
    data: { json: input },
    headers: { origin: new URL(owner.url()).origin },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}

test.beforeAll(async ({ browser, baseURL }) => {
  const origin = baseURL ?? '';
  owner = await (await browser.newContext()).newPage();
  reader = await (await browser.newContext()).newPage();
  for (const page of [owner, reader]) listen(page);
  const signIn = new SignInPage(owner);
  await signIn.open(origin);
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await owner.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call('workspace.create', { slug: workspace, name: 'Lighthouse' });
  await call('register.create', {
    workspace,
    slug: 'platform',
    name: 'Platform',
    template: 'minimal',
    approvalsRequired: 1,
  });
  const people = new PeoplePage(owner);
  await people.open(origin, workspace);
  await reader.goto(await people.invite(kim.email, 'Commenter'));
  await reader.getByLabel('Your name').fill(kim.name);
  await reader.getByLabel('Password', { exact: true }).fill(kim.password);
  await reader.getByRole('button', { name: 'Join Lighthouse' }).click();
  await reader.waitForURL(`${origin}/w/${workspace}`);
});

test.afterAll(async () => {
  await owner.context().close();
  await reader.context().close();
  expect(problems).toEqual([]);
});

test('a decision is written down as a draft, and its address stays', async () => {
  const page = new DecisionPage(owner);
  await page.begin(workspace, 'platform', title);
  await page.write(first);
  await expectAccessible(owner);
  await page.save(title);
  address = new URL(owner.url()).pathname;
  await expect(page.status('Draft')).toBeVisible();
  await expect(owner.getByRole('button', { name: 'no number yet' })).toBeVisible();
  await expectAccessible(owner);
});

test('somebody is asked, and the decision is proposed to them', async () => {
  const page = new DecisionPage(owner);
  await page.askForReview(kim.name);
  await page.more('Propose');
  await expect(page.status('Proposed')).toBeVisible();
  await reader.goto(`/w/${workspace}`);
  await expect(reader.getByRole('link', { name: new RegExp(title) }).first()).toBeVisible();
});

test('a reader comments on a few words, and is answered without loading the page again', async () => {
  const read = new DecisionPage(reader);
  await reader.goto(address);
  await read.commentOn(passage, 'How old may it get?');
  await expect(reader.locator('mark').filter({ hasText: passage })).toBeVisible();
  await expectAccessible(reader);
  const write = new DecisionPage(owner);
  await expect(write.thread('How old may it get?')).toBeVisible();
  await write.reply('How old may it get?', 'Revision 2 will cap it.');
  await expect(read.thread('Revision 2 will cap it.')).toBeVisible();
});

test('an approval is of the text that was read, and an edit drops it', async () => {
  const read = new DecisionPage(reader);
  await read.approve(1).click();
  await expect(reader.getByText(/Approved revision 1/)).toBeVisible();
  const write = new DecisionPage(owner);
  await owner.goto(`${address}/edit`);
  await write.write(first.replace(passage, 'the state’s own rate for at most 72 hours'));
  await write.save(title);
  await expect(owner.getByText(/0 of 1 approval of revision 2/)).toBeVisible();
  await expect(write.thread('How old may it get?')).toContainText('Text changed in revision 2');
  await expect(write.thread('How old may it get?')).toContainText(passage);
});

test('acceptance waits for the approval that it needs', async () => {
  const write = new DecisionPage(owner);
  await owner.goto(address);
  await write.more(/^Accept/);
  await owner.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(owner.getByRole('dialog').getByRole('alert')).toContainText(/approval/);
  await owner.keyboard.press('Escape');
});

test('the reader sees what changed, approves the new text, and it is accepted with the first number', async () => {
  const read = new DecisionPage(reader);
  await reader.goto(address);
  await reader.getByRole('link', { name: 'Show what changed' }).first().click();
  await expect(reader.locator('ins, del').first()).toBeVisible();
  await expectAccessible(reader);
  await reader.goto(address);
  await read.approve(2).click();
  await expect(reader.getByText(/Approved revision 2/)).toBeVisible();
  const write = new DecisionPage(owner);
  await owner.goto(address);
  await write.more(/^Accept/);
  await owner.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(write.status('Accepted')).toBeVisible();
  await owner.goto(`/w/${workspace}/decisions/platform/1`);
  await expect(write.heading(title)).toBeVisible();
  expect(new URL(owner.url()).pathname).toBe(address);
});

test('a successor takes the place of the record once it is accepted, and both say so', async () => {
  const write = new DecisionPage(owner);
  await owner.goto(address);
  await write.more(/^Write a successor/);
  await owner.getByRole('dialog').getByRole('button', { name: 'Begin the draft' }).click();
  await expect(write.text()).toBeVisible();
  await owner.getByRole('textbox', { name: 'Title' }).fill(successor);
  await write.write(first.replace('A cache of 24 hours.', 'An engine of our own.'));
  await write.save(successor);
  const next = new URL(owner.url()).pathname;
  await write.more('Propose');
  await expect(write.status('Proposed')).toBeVisible();
  await reader.goto(next);
  await new DecisionPage(reader).approve(1).click();
  await expect(reader.getByText(/Approved revision 1/)).toBeVisible();
  await write.more(/^Accept/);
  await owner.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(write.status('Accepted')).toBeVisible();
  await owner.goto(address);
  await expect(write.status('Superseded')).toBeVisible();
  await expect(owner.getByRole('link', { name: new RegExp(successor) }).first()).toBeVisible();
});

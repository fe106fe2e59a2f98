import { expect, type Page, test } from '@playwright/test';
import { DecisionEditorPage } from '../page/decision-editor-page';
import { DecisionPage } from '../page/decision-page';
import { call, expectAccessible, listen } from '../page/journey';
import { PeoplePage } from '../page/people-page';
import { SignInPage } from '../page/sign-in-page';

// Two people and the text of one decision; each journey goes on from the one before.
test.describe.configure({ mode: 'serial' });

const workspace = `text-${Date.now().toString(36)}`;
const title = 'Write orders through an outbox';
const kim = {
  name: 'Kim Aas',
  email: `kim-text-${Date.now().toString(36)}@example.com`,
  password: 'lighthouse keeper',
};
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const decision = 'An order and its event are written in one transaction.';
const rich = `## Context

Events get lost. Ask \`orders\` why.

| Month | Lost |
| ----- | ---- |
| May   | 12   |

- [x] Counted
- [ ] Mended

\`\`\`ts
const lost = 12;
\`\`\`

\`\`\`mermaid
graph LR
  Order --> Outbox
\`\`\`

## Decision

${decision}

## Consequences

- Good: no event is lost.
`;

let owner: Page;
let other: Page;
let write: DecisionEditorPage;
let address = '';
const problems: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  const origin = baseURL ?? '';
  owner = await (await browser.newContext()).newPage();
  other = await (await browser.newContext()).newPage();
  for (const page of [owner, other]) listen(page, problems);
  write = new DecisionEditorPage(owner);
  const signIn = new SignInPage(owner);
  await signIn.open(origin);
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await owner.waitForURL((url) => !url.pathname.includes('sign-in'));
  await call(owner, 'workspace.create', { slug: workspace, name: 'Harbour' });
  await call(owner, 'register.create', { workspace, slug: 'shop', name: 'Shop', template: 'minimal' });
  const people = new PeoplePage(owner);
  await people.open(origin, workspace);
  await other.goto(await people.invite(kim.email, 'Editor'));
  await other.getByLabel('Your name').fill(kim.name);
  await other.getByLabel('Password', { exact: true }).fill(kim.password);
  await other.getByRole('button', { name: 'Join Harbour' }).click();
  await other.waitForURL(`${origin}/w/${workspace}`);
});

test.afterAll(async () => {
  await owner.context().close();
  await other.context().close();
  expect(problems).toEqual([]);
});

test('the preview shows tables, tasks, code and diagrams while they are written', async () => {
  await new DecisionPage(owner).begin(workspace, 'shop', title);
  address = new URL(owner.url()).pathname.replace(/\/edit$/, '');
  await write.write(rich);
  await expect(write.preview.getByRole('cell', { name: '12' })).toBeVisible();
  await expect(write.preview.getByRole('listitem').filter({ hasText: 'Counted' }).getByLabel('done')).toBeVisible();
  await expect(write.preview.getByRole('listitem').filter({ hasText: 'Mended' }).getByLabel('not done')).toBeVisible();
  await expect(write.preview.locator('pre code span').filter({ hasText: 'const' })).toBeVisible();
  await expect(write.preview.locator('figure svg')).toContainText('Outbox');
  await expectAccessible(owner);
});

test('hints say what a reader would miss, follow the text, and keep nobody from saving', async () => {
  // Beside text and preview there is no room for them on this screen: the text says how many there are.
  await owner.getByRole('button', { name: /^\d hints?$/ }).click();
  await expect(write.hints).toContainText('No negative consequence is named');
  await expect(write.hints).toContainText('do not block');
  await expectAccessible(owner);
  await expect(owner.getByRole('button', { name: 'Save' })).toBeEnabled();
  await write.write(`${rich}- Bad: a table more.\n\n## Rollout\n\n`);
  await expect(write.hints).not.toContainText('No negative consequence is named');
  await expect(write.hints).toContainText('“Rollout” is empty');
  await write.write(`${rich}- Bad: a table more.\n`);
  await expect(write.hints).not.toContainText('Rollout');
  await owner.getByRole('radio', { name: 'Both' }).click();
});

test('a pasted picture stands in the text and is served', async () => {
  await write.pastePicture(dot);
  await expect(write.text).toContainText('![flow of orders](');
  const picture = write.preview.getByRole('img', { name: 'flow of orders' });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
});

test('what is typed is kept as a draft over a reload, and nobody else sees it', async () => {
  await owner.getByRole('textbox', { name: 'Product sentence' }).fill('No order goes missing.');
  await expect(owner.getByText('Draft saved')).toBeVisible();
  await owner.reload();
  await expect(owner.getByText('You have unsaved changes', { exact: false })).toBeVisible();
  await expect(owner.getByRole('textbox', { name: 'Product sentence' })).toHaveValue('No order goes missing.');
  await expect(write.text).toContainText('Events get lost.');
  await expectAccessible(owner);
  await other.goto(address);
  await expect(new DecisionPage(other).heading(title)).toBeVisible();
  await expect(other.getByText('Events get lost.')).toHaveCount(0);
  await write.save();
  await expect(owner.getByText('No order goes missing.')).toBeVisible();
  await expect(owner.getByRole('img', { name: 'flow of orders' })).toBeVisible();
  await expectAccessible(owner);
});

test('two people change one section: both sides are shown, put together and saved', async () => {
  await new DecisionPage(owner).more('Propose');
  await expect(new DecisionPage(owner).status('Proposed')).toBeVisible();
  const body = `${rich}- Bad: a table more.\n`;
  await write.open(address);
  await write.write(body.replace(decision, `${decision} A relay sends it.`));
  const theirs = new DecisionEditorPage(other);
  await theirs.open(address);
  await theirs.write(
    body.replace(decision, `${decision} A job cleans up.`).replace('Events get lost.', 'Events vanish.'),
  );
  await theirs.save();
  await expect(owner.getByText(`${kim.name} saved another text while you were writing.`)).toBeVisible();
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText(/One part differs/)).toBeVisible();
  const part = owner.getByRole('radiogroup', { name: 'Decision' });
  await expect(part).toContainText('A job cleans up.');
  await expect(part).toContainText('A relay sends it.');
  await expectAccessible(owner);
  await part.getByRole('radio').last().click();
  await owner
    .getByRole('textbox', { name: 'Decision, put together' })
    .fill(`## Decision\n\n${decision} A relay sends it. A job cleans up.\n`);
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.waitForURL((url) => url.pathname === address);
  await expect(owner.getByText(`${decision} A relay sends it. A job cleans up.`)).toBeVisible();
  await expect(owner.getByText('Events vanish.', { exact: false })).toBeVisible();
});

test('the difference between two revisions is by section and by word', async () => {
  await owner.getByRole('link', { name: 'Revisions' }).click();
  await expect(owner.getByRole('heading', { name: '3 revisions' })).toBeVisible();
  await owner.getByRole('button', { name: 'Revision 2', exact: true }).click();
  const context = owner.locator('section').filter({ has: owner.getByRole('heading', { name: 'Context', level: 2 }) });
  await expect(context.locator('ins')).toContainText('vanish');
  await expect(context.locator('del')).toContainText('get lost');
  await expect(owner.locator('ins').filter({ hasText: 'A job cleans up.' })).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole('combobox', { name: 'From' }).click();
  await owner.getByRole('option', { name: /revision 1/ }).click();
  await owner.getByRole('combobox', { name: 'To' }).click();
  await owner.getByRole('option', { name: /revision 3/ }).click();
  await expect(owner).toHaveURL(/from=1&to=3/);
  await expect(owner.locator('ins').filter({ hasText: 'A relay sends it. A job cleans up.' })).toBeVisible();
});

test('it is read as it stood on a day, and an earlier revision comes back as a new one', async () => {
  await owner.getByLabel('As it stood on').fill('2020-02-29');
  await owner.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(owner.getByText('As it stood on 29 Feb 2020.')).toBeVisible();
  await expect(owner.getByText('It was not there yet.')).toBeVisible();
  await owner.getByLabel('Another day').fill(new Date().toISOString().slice(0, 10));
  await expect(owner.getByText('The text has not changed since.')).toBeVisible();
  await expect(owner.getByText('A relay sends it. A job cleans up.', { exact: false })).toBeVisible();
  await expectAccessible(owner);
  await owner.goto(`${address}/revisions`);
  await owner.getByRole('button', { name: 'More for revision 1' }).click();
  await owner.getByRole('menuitem', { name: 'Restore it' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(owner.getByRole('heading', { name: '4 revisions' })).toBeVisible();
  await expect(owner.getByText('Back to revision 1')).toBeVisible();
  await owner.goto(address);
  await expect(owner.getByText('Events get lost.', { exact: false })).toBeVisible();
});

test('a reviewer asks for changes, and the answer is set aside only with a reason', async () => {
  const page = new DecisionPage(owner);
  await page.askForReview(kim.name);
  await other.goto(address);
  await other.getByRole('button', { name: 'Request changes' }).click();
  await other.getByRole('button', { name: 'Request changes to revision 4' }).click();
  await expect(other.getByText('Say what has to change.')).toBeVisible();
  await other.getByRole('textbox', { name: 'What has to change' }).fill('Say how long rows stay.');
  await other.getByRole('button', { name: 'Request changes to revision 4' }).click();
  await expect(owner.getByText('“Say how long rows stay.”')).toBeVisible();
  await expect(owner.getByRole('heading', { name: 'Changes are requested' })).toBeVisible();
  await owner.getByText('“Say how long rows stay.”').hover();
  await owner.getByRole('button', { name: `Answer and request of ${kim.name}` }).click();
  await owner.getByRole('menuitem', { name: 'Dismiss the answer' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Dismiss the answer' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('It is in the runbook.');
  await dialog.getByRole('button', { name: 'Dismiss the answer' }).click();
  await owner.getByText('1 earlier answer').click();
  await expect(owner.getByText(/dismissed by .*It is in the runbook\./)).toBeVisible();
});

test('a reviewer abstains, then disagrees and commits; neither is an approval', async () => {
  await other.reload();
  await other.getByRole('button', { name: 'Other answers' }).click();
  await other.getByRole('menuitem', { name: /^Abstain/ }).click();
  await other.getByRole('button', { name: 'Abstain from revision 4' }).click();
  await expect(other.getByText('Abstained from revision 4')).toBeVisible();
  await other.getByRole('button', { name: 'Other answers' }).click();
  await other.getByRole('menuitem', { name: /^Disagree and commit/ }).click();
  await other.getByRole('textbox', { name: 'What you would have decided' }).fill('A queue of its own.');
  await other.getByRole('button', { name: 'Disagree and commit' }).click();
  await expect(owner.getByText('Disagrees with revision 4, commits to it')).toBeVisible();
  await expect(owner.getByText('“A queue of its own.”')).toBeVisible();
  await expect(owner.getByText('No approval of revision 4 yet')).toBeVisible();
  await expectAccessible(other);
});

test('a thread is answered with a mention and a reaction, resolved and opened again', async () => {
  const read = new DecisionPage(other);
  await read.commentOn('one transaction', 'Which one?');
  const thread = new DecisionPage(owner).thread('Which one?');
  await expect(thread).toBeVisible();
  await thread.hover();
  await thread.getByRole('button', { name: 'React' }).click();
  await owner.getByRole('dialog', { name: 'Reactions' }).getByRole('button', { name: 'Looking' }).click();
  await expect(read.thread('Which one?').getByRole('button', { name: /^Looking, 1/ })).toBeVisible();
  await thread.getByRole('button', { name: 'Reply' }).click();
  const field = thread.getByRole('textbox', { name: 'Reply' });
  await field.pressSequentially('The one of the order, @ki');
  await owner.getByRole('option', { name: new RegExp(kim.name) }).waitFor();
  await owner.keyboard.press('Enter');
  await owner.keyboard.type('knows');
  await expect(field).toHaveValue(`The one of the order, @${kim.name} knows`);
  await owner.keyboard.press('ControlOrMeta+Enter');
  await expect(read.thread('The one of the order,')).toContainText(`@${kim.name}`);
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await owner.getByRole('button', { name: '1 resolved', exact: true }).click();
  await expect(thread).toContainText(/Resolved by .* on/);
  await expectAccessible(owner);
  await thread.getByRole('button', { name: 'Reopen' }).click();
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeVisible();
  await expect(owner.locator('mark').filter({ hasText: 'one transaction' })).toBeVisible();
});

test('a comment is edited by its author, and a deleted one leaves a trace', async () => {
  const page = new DecisionPage(owner);
  const field = owner.getByRole('region', { name: 'Discussion' }).getByRole('textbox');
  await field.fill('Wrong first.');
  await owner.keyboard.press('ControlOrMeta+Enter');
  const thread = page.thread('Wrong first.');
  await thread.hover();
  await thread.getByRole('button', { name: 'More' }).click();
  await owner.getByRole('menuitem', { name: 'Edit' }).click();
  await thread.getByRole('textbox', { name: 'Your comment' }).fill('Right now.');
  await owner.keyboard.press('ControlOrMeta+Enter');
  const edited = page.thread('Right now.');
  await expect(edited).toContainText('edited');
  await page.reply('Right now.', 'And gone soon.');
  const item = edited.getByRole('listitem').filter({ hasText: 'And gone soon.' });
  await item.hover();
  await item.getByRole('button', { name: 'More' }).click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await owner.getByRole('button', { name: 'Delete the comment' }).click();
  await expect(edited).toContainText(/A comment by .* was deleted on/);
  await expect(edited).not.toContainText('And gone soon.');
  await other.reload();
  await expect(new DecisionPage(other).thread('Right now.')).not.toContainText('And gone soon.');
});

test('a thread whose words are taken out stays, marked, with the old passage', async () => {
  await write.open(address);
  await write.write(`${rich}- Bad: a table more.\n`.replace(decision, 'Orders and events are written together.'));
  await write.save();
  const thread = new DecisionPage(owner).thread('Which one?');
  await expect(thread).toContainText('Text changed in revision 5');
  await expect(thread).toContainText('one transaction');
  await expectAccessible(owner);
});

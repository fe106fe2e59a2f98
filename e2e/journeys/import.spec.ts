import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ImportPage } from '../page/import-page';
import { SignInPage } from '../page/sign-in-page';

test.describe.configure({ mode: 'serial' });

const workspace = `import-${Date.now().toString(36)}`;
let page: Page;
let file: ImportPage;
const problems: string[] = [];

// As Jira writes it in Spanish: byte order mark, CRLF, a header that repeats, cells of several lines.
const header =
  'Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Creada,Etiquetas,Etiquetas,Descripción,Campo personalizado (Story Points),Categoría de estado';
const rows = [
  'La caché no caduca,SHOP-1,1001,Tarea,Por hacer,10/nov/25 4:51 PM,caché,lentitud,"h2. Contexto\r\nSe ve en *pago*, ""siempre"".",3.0,Por hacer',
  '"Índice, que falta",SHOP-2,1002,Tarea,En curso,11/nov/25 9:00 AM,base de datos,,"Una línea\r\n\r\notra línea",5.0,En curso',
  'Sin pruebas,SHOP-3,1003,Error,Listo,12/nov/25 9:00 AM,,,,1.0,Listo',
];
const jira = (lines: readonly string[]) => `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
const points = 'Campo personalizado (Story Points)';

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}

test.beforeAll(async ({ browser, baseURL }) => {
  page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A refused upload is answered with 422, which the browser writes to its console by itself.
    if (message.type() === 'error' && !message.text().includes('422')) problems.push(message.text());
  });
  file = new ImportPage(page);
  const signIn = new SignInPage(page);
  await signIn.open(baseURL ?? '');
  await signIn.signIn('owner@example.com', 'correct horse battery');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  const made = await page.request.post('/api/trpc/workspace.create', {
    data: { json: { slug: workspace, name: 'Import journey' } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.ok(), await made.text()).toBe(true);
});

test.afterAll(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('what is no CSV file is refused where it was chosen, and the sentence says what would be right', async () => {
  await file.open(workspace);
  await expectAccessible();
  await file.choose('issues.xlsx', Buffer.from('PK'));
  await expect(file.refusal).toContainText('Save it as CSV');
  await file.choose('issues.csv', '');
  await expect(file.refusal).toContainText('is empty');
  await file.choose('issues.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
  await expect(file.refusal).toContainText('a spreadsheet or an archive');
});

test('a Jira export in another language is recognised and shown before anything is written', async () => {
  await file.preview(workspace, 'jira.csv', jira(rows));
  await expect(page.getByText('Recognised as Jira Cloud')).toBeVisible();
  await file.expectOutcome([3, 3, 0, 0, 0]);
  await expect(page.getByText('Nothing is written yet. All 3 come in together or not at all')).toBeVisible();
  await expect(page.getByText('SHOP-1 to SHOP-3')).toBeVisible();
  // The browser's own zone is applied until another is chosen.
  await expect(file.zone).toContainText('Asia/Kathmandu');
  await expect(page.getByText('would be 10 Nov 2025, 11:06 UTC')).toBeVisible();
  await expectAccessible();
});

test('columns and zone are chosen there, and a reload keeps them', async () => {
  await expect(file.becomes(points)).toHaveText('Choose a field');
  await file.map(points, 'Effort, in days');
  await file.chooseZone('Europe/Madrid');
  await expect(page.getByText('would be 10 Nov 2025, 15:51 UTC')).toBeVisible();
  await page.reload();
  await file.expectPreview();
  await expect(file.becomes(points)).toHaveText('Effort, in days');
  await expect(file.zone).toContainText('Europe/Madrid');
  await page.getByRole('button', { name: /3 rows created$/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Índice, que falta');
  await page.keyboard.press('Escape');
});

test('the file comes in and its debts are in the backlog', async () => {
  await file.run('Import 3 debts');
  await expectAccessible();
  await page.getByRole('link', { name: 'See the 3 new debts' }).click();
  await expect(page.getByText('La caché no caduca').first()).toBeVisible();
  await expect(page.getByText('Índice, que falta').first()).toBeVisible();
  await expect(page.getByText('Sin pruebas').first()).toBeVisible();
  await expect(page.getByText('5 d', { exact: true }).first()).toBeVisible();
});

test('the same file again has nothing to import', async () => {
  await file.preview(workspace, 'jira-again.csv', `${jira(rows)}\r\n`);
  await file.expectOutcome([3, 0, 0, 3, 0]);
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
});

test('a later export shows what it would change, field by field, and is taken back in one step', async () => {
  const [first = '', ...others] = rows;
  await file.preview(
    workspace,
    'jira-later.csv',
    jira([first.replace('La caché no caduca', 'La caché caduca tarde'), ...others]),
  );
  await file.expectOutcome([3, 0, 1, 2, 0]);
  await page.getByRole('button', { name: /1 row updated$/ }).click();
  const changes = page.getByRole('dialog');
  await expect(changes).toContainText('La caché no caduca');
  await expect(changes).toContainText('La caché caduca tarde');
  await page.keyboard.press('Escape');
  await file.run('Import 1 debt');
  await file.undo();
  await expect(page.getByText('1 debt put back to what it was').first()).toBeVisible();
  await page.goto(`/w/${workspace}/backlog/TD-1`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La caché no caduca');
});

test('the first import is undone from the list: its debts are gone, but for the one that changed since', async () => {
  await file.open(workspace);
  await page.getByRole('button', { name: 'Undo the import of jira.csv' }).click();
  await expect(page.getByText('2 debts deleted again. TD-1 stays').first()).toBeVisible();
  await page.goto(`/w/${workspace}/backlog?state=any`);
  await expect(page.getByText('La caché no caduca').first()).toBeVisible();
  await expect(page.getByText('Sin pruebas')).toHaveCount(0);
});

test('a value that is not right blocks the whole file and is named', async () => {
  await file.preview(
    workspace,
    'scores.csv',
    'Title,Impact,Likelihood,Velocity tax,Remediation cost\nFine,1,2,3,4\nWrong,6,2,3,4\n',
  );
  await expect(page.getByRole('button', { name: 'Cannot be imported yet' })).toBeDisabled();
  await expect(page.getByText('Nothing can come in yet: one thing has to be right first.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Has to be right first' })).toBeVisible();
  await expect(page.getByText('row 2', { exact: true })).toBeVisible();
  await expectAccessible();
});

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { reportFailure } from './failure.ts';
import {
  type Installation,
  install,
  ownerEmail,
  ownerPassword,
  ownerToken,
  workspace,
} from './throwaway-installation.ts';

const folder = path.join(import.meta.dirname, '..', 'docs', 'screenshots');
const base = `/w/${workspace}`;
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

type Titled = { register: string; title: string };
type Shot = { name: string; path: string | Titled; prepare?: (page: Page) => Promise<void>; phone?: true };

const taxRates: Titled = { register: 'platform', title: 'Cache tax rates for 24 hours' };
const outbox: Titled = { register: 'platform', title: 'Publish order events through an outbox table' };

const shots: Shot[] = [
  { name: 'home', path: base },
  {
    name: 'backlog',
    path: `${base}/backlog`,
    prepare: async (page) => {
      await page.getByRole('row', { name: /Retry storm/ }).click();
      await page.getByRole('complementary', { name: 'Peek' }).getByText('INC-204').waitFor();
    },
  },
  { name: 'debt', path: `${base}/backlog/TD-31` },
  {
    name: 'palette',
    path: `${base}/backlog`,
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('tax');
      await page.getByRole('dialog').getByText('TD-31').waitFor();
    },
  },
  { name: 'decisions', path: `${base}/decisions` },
  { name: 'decision', path: taxRates },
  {
    name: 'decision-editor',
    path: outbox,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Text, in Markdown' }).waitFor();
    },
  },
  {
    name: 'decision-graph',
    path: `${base}/decisions/platform/graph`,
    prepare: (page) => page.getByRole('main').getByText('supersedes in part', { exact: true }).waitFor(),
  },
  { name: 'decision-timeline', path: `${base}/decisions/platform/timeline` },
  { name: 'decision-import', path: `${base}/decisions/import?register=platform` },
  { name: 'services', path: `${base}/services` },
  { name: 'people', path: `${base}/settings/people` },
  { name: 'tokens', path: `${base}/settings/tokens` },
  { name: 'import', path: `${base}/backlog/import` },
  { name: 'api', path: '/docs/api' },
  { name: 'phone-backlog', path: `${base}/backlog`, phone: true },
  { name: 'phone-decision', path: taxRates, phone: true },
  { name: 'phone-debt', path: `${base}/backlog/TD-31`, phone: true },
];

/** The address of a decision of the demo, whose id is another in every installation. */
async function addressOf({ base: at }: Installation, { register, title }: Titled): Promise<string> {
  const query = `limit=1&q=${encodeURIComponent(title)}`;
  const answer = await fetch(`${at}/api/v1/workspaces/${workspace}/registers/${register}/decisions?${query}`, {
    headers: { authorization: `Bearer ${ownerToken}` },
  });
  const { data }: { data: { id: string }[] } = await answer.json();
  return `${base}/decisions/${register}/${data[0]?.id}`;
}

async function signIn(context: BrowserContext, installation: Installation): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${installation.base}/sign-in`);
  await page.getByLabel('E-mail', { exact: false }).first().fill(ownerEmail);
  await page.getByLabel('Password', { exact: false }).first().fill(ownerPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
}

async function takeAll(installation: Installation, browser: Browser, theme: 'light' | 'dark'): Promise<void> {
  const wide = await browser.newContext({ viewport: desktop, colorScheme: theme });
  await signIn(wide, installation);
  const storageState = await wide.storageState();
  const touch = { viewport: phone, hasTouch: true, isMobile: true };
  const narrow = await browser.newContext({ ...touch, colorScheme: theme, storageState });
  for (const shot of shots) {
    const page = await (shot.phone ? narrow : wide).newPage();
    const address = typeof shot.path === 'string' ? shot.path : await addressOf(installation, shot.path);
    await page.goto(installation.base + address);
    await page.locator('main').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await shot.prepare?.(page);
    await page.evaluate(() => document.fonts.ready);
    // Until the page has come to life: times in the reader's zone, cards beside their passages.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
    await page.screenshot({ path: path.join(folder, `${shot.name}-${theme}.png`), animations: 'disabled' });
    await page.close();
  }
  await wide.close();
  await narrow.close();
}

/** Takes the pictures of the documentation from the demo, in light and dark, with the production build. */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const found = await findBrowser();
  const installation = await install({ demo: true });
  const browser = await chromium.launch({ executablePath: found.executable, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const theme of ['light', 'dark'] as const) await takeAll(installation, browser, theme);
    console.log(`Took ${shots.length * 2} pictures into docs/screenshots.`);
  } finally {
    await browser.close();
    await installation.stop();
  }
}

await main().catch(reportFailure);

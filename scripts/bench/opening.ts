import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { type Installation, ownerEmail, ownerPassword, ownerToken, workspace } from '../throwaway-installation.ts';
import { median } from './measure.ts';

const register = 'opening';
const paragraphs = 40;
const threads = 50;
const repliesEach = 3;
const warmUp = 3;
const timed = 15;

type Opening = { quiet: number; discussed: number };

async function post(place: Installation, path: string, body: unknown): Promise<{ id: string }> {
  const answer = await fetch(`${place.base}/api/v1/workspaces/${workspace}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

const passage = (n: number) => `passage ${n} of the text`;

function text(): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, n) => `Paragraph ${n} says why it is so, and ${passage(n)} is what people talk about when they talk about it.`,
  );
  return `## Context\n\n${lines.join('\n\n')}`;
}

async function decide(place: Installation, title: string): Promise<string> {
  const { id } = await post(place, `/registers/${register}/decisions`, { title, body: text() });
  return id;
}

/** 200 comments: 50 threads on passages, each with three replies. */
async function discuss(place: Installation, id: string): Promise<void> {
  for (let n = 0; n < threads; n += 1) {
    const anchor = { quote: passage(n % paragraphs), prefix: 'and ', suffix: ' is', revision: 1 };
    const thread = await post(place, '/threads', { subject: `decision:${id}`, anchor, body: `Is it? (${n})` });
    for (let reply = 0; reply < repliesEach; reply += 1) {
      await post(place, `/threads/${thread.id}/comments`, { body: `It is, for the ${reply + 1}. time. (${n})` });
    }
  }
}

async function signedIn(place: Installation, browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${place.base}/sign-in`);
  await page.getByLabel('E-mail').fill(ownerEmail);
  await page.getByLabel('Password', { exact: true }).fill(ownerPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** From the navigation until the text and its cards stand where they stay and the page has nothing left to do, in ms. */
async function open(page: Page, address: string, cards: number): Promise<number> {
  // The clock starts when a navigation does: taking the page before apart is not part of opening this one.
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(
    // What the server streams stands hidden in the page until React puts it in its place.
    (wanted) =>
      document.querySelector('main h1:not([hidden] *)') !== null &&
      document.querySelectorAll('article[id^="thread-"]:not([hidden] *)').length >= wanted,
    cards,
  );
  return page.evaluate(() => new Promise<number>((done) => requestIdleCallback(() => done(performance.now()))));
}

/** Opens a decision without comments and one with 200 in turn, in a real browser. */
export async function benchOpening(place: Installation): Promise<Opening> {
  await post(place, '/registers', { slug: register, name: 'Opening' });
  const quiet = await decide(place, 'Nobody has said anything');
  const discussed = await decide(place, 'Everybody has said something');
  await discuss(place, discussed);
  const { executable, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--no-sandbox'],
  });
  try {
    const page = await signedIn(place, browser);
    const address = (id: string) => `${place.base}/w/${workspace}/decisions/${register}/${id}`;
    const times: { quiet: number[]; discussed: number[] } = { quiet: [], discussed: [] };
    for (let nth = 0; nth < warmUp + timed; nth += 1) {
      const without = await open(page, address(quiet), 0);
      const withAll = await open(page, address(discussed), threads);
      if (nth < warmUp) continue;
      times.quiet.push(without);
      times.discussed.push(withAll);
    }
    return { quiet: median(times.quiet), discussed: median(times.discussed) };
  } finally {
    await browser.close();
  }
}

import { execFile } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure, messageOf } from './failure.ts';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export type Browser = { executable: string; source: string; env: Record<string, string> };

/** Runs it once: an executable that lacks its libraries is no browser. */
async function works(executable: string, env: Record<string, string> = {}): Promise<boolean> {
  return run(executable, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

async function systemBrowser(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES];
  for (const candidate of candidates) {
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found && (await works(candidate))) return candidate;
  }
  return undefined;
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return (await works(chromium.executablePath())) ? chromium.executablePath() : undefined;
}

/** Unpacks the browser that the npm package carries; where its libraries are missing too, those it carries with it. */
async function packagedBrowser(): Promise<Browser | undefined> {
  // The package unpacks into the folder for temporary files, under names that users and versions would share.
  const folder = path.join(tmpdir(), `paydown-chromium-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    const executable = await packaged.executablePath();
    const source = 'the package @sparticuz/chromium';
    if (await works(executable)) return { executable, source, env: {} };
    const archive = path.join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    const libraries = path.join(await inflate(archive), 'lib');
    const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder, 'fonts') };
    return (await works(executable, env)) ? { executable, source, env } : undefined;
  } catch (error) {
    console.error(`  The packaged browser cannot be used: ${messageOf(error)}`);
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A browser for the journeys: the one named, the system's, Playwright's own, or the one an npm package carries. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (await works(named)) return { executable: named, source: 'PLAYWRIGHT_CHROMIUM', env: {} };
    throw new Failure(`PLAYWRIGHT_CHROMIUM names ${named}, which does not run: correct it, or unset it.`);
  }
  const system = await systemBrowser();
  if (system) return { executable: system, source: 'the system', env: {} };
  const own = await playwrightsOwn();
  if (own) return { executable: own, source: 'Playwright', env: {} };
  const packaged = await packagedBrowser();
  if (packaged) return packaged;
  throw new Failure(
    'No browser for the journeys was found: install Chromium or Chrome, or name one in PLAYWRIGHT_CHROMIUM.',
  );
}

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.ts';
import { buildApp, generateClient } from './build.ts';
import { reportFailure } from './failure.ts';
import { freePort } from './postgres.ts';

const ROOT = path.join(import.meta.dirname, '..');

/**
 * Runs the journeys in a browser against the production build, on two throwaway installations: one with the demo, one
 * that nobody has set up. Arguments go to Playwright.
 */
async function main(): Promise<number> {
  await generateClient();
  await buildApp();
  const browser = await findBrowser();
  console.log(`Browser: ${browser.executable} (from ${browser.source})`);
  const folder = await mkdtemp(path.join(tmpdir(), 'paydown-e2e-'));
  try {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
      {
        cwd: ROOT,
        stdio: 'inherit',
        env: {
          ...process.env,
          ...browser.env,
          PLAYWRIGHT_CHROMIUM: browser.executable,
          PAYDOWN_E2E_FOLDER: folder,
          PAYDOWN_E2E_DEMO_PORT: String(await freePort()),
          PAYDOWN_E2E_EMPTY_PORT: String(await freePort()),
        },
      },
    );
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill(name));
    return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main().then((code) => {
  process.exitCode = code;
}, reportFailure);

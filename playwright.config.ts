import path from 'node:path';
import { defineConfig } from '@playwright/test';

const { PLAYWRIGHT_CHROMIUM, PAYDOWN_E2E_FOLDER, PAYDOWN_E2E_DEMO_PORT, PAYDOWN_E2E_EMPTY_PORT, PAYDOWN_TEST_REPORT } =
  process.env;

const demoUrl = `http://localhost:${PAYDOWN_E2E_DEMO_PORT}`;
const isRoot = process.getuid?.() === 0;

/** One installation of its own: embedded database, data folder and port. */
function installation(name: string, port: string | undefined, env: Record<string, string>) {
  return {
    name,
    command: `"${process.execPath}" scripts/serve.ts`,
    env: {
      PORT: port ?? '',
      PAYDOWN_DATA_DIR: path.join(PAYDOWN_E2E_FOLDER ?? '', name),
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      ...env,
    },
    timeout: 180_000,
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
  };
}

export default defineConfig({
  testDir: 'e2e',
  // `npm run test:e2e` makes what the journeys run against; without it there is nothing to run.
  testIgnore: PAYDOWN_E2E_FOLDER ? [] : ['**'],
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  // A journey that passes at the second try is a defect of the journey or of the product.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: PAYDOWN_TEST_REPORT ? [['line'], ['json', { outputFile: PAYDOWN_TEST_REPORT }]] : [['list']],
  use: {
    baseURL: demoUrl,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    viewport: { width: 1360, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: PLAYWRIGHT_CHROMIUM,
      chromiumSandbox: !isRoot,
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  webServer: [
    {
      // Known to everybody, and to a database that lives for one run: the journeys sign in with them.
      ...installation('demo', PAYDOWN_E2E_DEMO_PORT, {
        PAYDOWN_BOOTSTRAP_EMAIL: 'owner@example.com',
        PAYDOWN_BOOTSTRAP_PASSWORD: 'correct horse battery',
        PAYDOWN_BOOTSTRAP_WORKSPACE: 'northwind',
        PAYDOWN_BOOTSTRAP_TOKEN: 'pd_e2e_token_0123456789abcdefghij',
        PAYDOWN_BOOTSTRAP_DEMO: '1',
      }),
      url: `${demoUrl}/api/health/ready`,
    },
    {
      // Its one-time link ends in process.env.SETUP_LINK, its address in PAYDOWN_E2E_EMPTY_PORT.
      ...installation('empty', PAYDOWN_E2E_EMPTY_PORT, {}),
      wait: { stdout: /Set up: (?<setup_link>http\S+)/ },
    },
  ],
});

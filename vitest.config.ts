import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = {
  '@': root,
  // The real module throws outside the server bundle, which is where tests run.
  'server-only': path.join(root, 'node_modules/server-only/empty.js'),
};
const exclude = ['**/node_modules/**', '.next/**', '.paydown/**', 'e2e/**', 'generated/**'];

export default defineConfig({
  test: {
    reporters: process.env.PAYDOWN_TEST_REPORT ? ['dot', 'json'] : ['default'],
    outputFile: process.env.PAYDOWN_TEST_REPORT,
    // Two at a time everywhere, so that a laptop and a small build machine see the same schedule.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts'],
          // A zone with an odd offset, so that code which forgets about zones fails here.
          env: { TZ: 'Asia/Kathmandu', NODE_ENV: 'test' },
          setupFiles: ['server/testing/unit-setup.ts'],
          // Generous, as no test asserts a time: a machine that builds at the same time must not fail one.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude,
          env: {
            TZ: 'Asia/Kathmandu',
            NODE_ENV: 'test',
            LOG_LEVEL: 'silent',
            PAYDOWN_SECRET: 'a secret for tests, known to everybody',
          },
          globalSetup: ['server/testing/global-setup.ts'],
          setupFiles: ['server/testing/integration-setup.ts'],
          // Long enough for a slow machine that builds at the same time; a test that hangs still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

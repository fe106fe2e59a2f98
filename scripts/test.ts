import { generateClient } from './build.ts';
import { checks, types } from './checks.ts';
import { reportFailure } from './failure.ts';
import { seconds } from './step.ts';
import { type Count, countPlaywright, countVitest, runTestStep, type TestStep } from './test-step.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';

const unit: TestStep = { title: 'Unit tests', command: [VITEST, 'run', '--project', 'unit'], count: countVitest };
const integration: TestStep = {
  title: 'Integration tests',
  command: [VITEST, 'run', '--project', 'integration'],
  count: countVitest,
};
const build: TestStep = { title: 'Production build', command: ['scripts/build-app.ts'] };
const journeys: TestStep = { title: 'Browser journeys', command: ['scripts/e2e.ts'], count: countPlaywright };

// Two lanes at a time, as many as the smallest machine that we care for has cores; the journeys have it to themselves.
const PHASES: TestStep[][][] = [[[types], checks], [[build], [unit, integration]], [[journeys]]];

/** Without a build there is nothing to look at, which must not pass for success. */
function notRun(step: TestStep): Count {
  console.log(`  ✗ ${step.title.padEnd(24)} not run, as the build failed`);
  return { passed: 0, failed: 1 };
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  await generateClient();
  const counts: Count[] = [];
  const broken = new Set<TestStep>();
  for (const phase of PHASES) {
    await Promise.all(
      phase.map(async (lane) => {
        for (const step of lane) {
          const count = step === journeys && broken.has(build) ? notRun(step) : await runTestStep(step);
          if (count.failed > 0) broken.add(step);
          counts.push(count);
        }
      }),
    );
  }
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n  All of it: ${seconds(startedAt).trim()}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  // Not by itself: the channel to the process that started us would keep this one alive.
  process.exit(failed === 0 ? 0 : 1);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(130));
process.on('disconnect', () => process.exit(130));

await main().catch((error: unknown) => {
  reportFailure(error);
  process.exit(1);
});

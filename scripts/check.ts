import { generateClient } from './build.ts';
import { checks, types } from './checks.ts';
import { reportFailure } from './failure.ts';
import { runTestStep } from './test-step.ts';

/** `npm run check`: what is wrong with the source, in a quarter of a minute and without a database. */
async function main(): Promise<void> {
  await generateClient();
  let failed = 0;
  for (const step of [...checks, types]) failed += (await runTestStep(step)).failed;
  if (failed > 0) process.exitCode = 1;
}

await main().catch(reportFailure);

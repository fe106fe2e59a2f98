import { buildApp, generateClient } from './build.ts';
import { reportFailure } from './failure.ts';

async function main(): Promise<void> {
  await generateClient();
  console.log((await buildApp()) ? 'Application built.' : 'Application current.');
}

await main().catch(reportFailure);

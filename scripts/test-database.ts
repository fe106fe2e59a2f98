import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { claimDataFolder, prepareDataFolder, readSecrets } from './data-folder.ts';
import { reportFailure } from './failure.ts';
import { startCluster } from './postgres.ts';

/**
 * Keeps one throwaway Postgres running for many test runs while developing: export the printed TEST_DATABASE_URL and
 * `npm run test:integration` starts at once. Ends with Ctrl-C; nothing in it is kept safe from a crash.
 */
async function main(): Promise<void> {
  const wanted = path.join(import.meta.dirname, '..', '.paydown', 'test-database');
  await mkdir(wanted, { recursive: true });
  const folder = await prepareDataFolder(wanted);
  const release = await claimDataFolder(folder);
  const cluster = await startCluster({ folder, ...(await readSecrets(folder)), durable: false });
  console.log(`export TEST_DATABASE_URL=${cluster.url}`);
  const stop = () => void cluster.stop();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, stop);
  await cluster.ended;
  await release();
}

await main().catch(reportFailure);

import { startWorker } from '@/server/jobs/worker';
import { bootstrapFromEnvironment, setupLine } from '@/server/modules/setup/service';
import { recordSocketAddresses } from '@/server/platform/socket-address';

/** What a server process does before its first request. */
export async function startUp(): Promise<void> {
  recordSocketAddresses();
  await bootstrapFromEnvironment();
  await startWorker();
  const line = await setupLine();
  // A plain line rather than a log record: a person is waiting for it at a terminal.
  if (line) process.stdout.write(`${line}\n`);
}

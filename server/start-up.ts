import { stopJobQueue } from '@/server/jobs/boss';
import { startWorker } from '@/server/jobs/worker';
import { bootstrapFromEnvironment, setupLine } from '@/server/modules/setup/service';
import { AppError } from '@/server/platform/errors';
import { log } from '@/server/platform/log';
import { recordSocketAddresses } from '@/server/platform/socket-address';
import { refuseUnreadableRequests } from '@/server/platform/unreadable-request';

async function begin(): Promise<void> {
  recordSocketAddresses();
  refuseUnreadableRequests();
  await bootstrapFromEnvironment();
  await startWorker();
  // A job that is cut off goes back to its queue at once instead of after its time-out.
  process.once('SIGTERM', () => void stopJobQueue());
  const line = await setupLine();
  // A plain line rather than a log record: a person is waiting for it at a terminal.
  if (line) process.stdout.write(`${line}\n`);
}

/** What a server process does before its first request. One that cannot begin says why and ends. */
export async function startUp(): Promise<void> {
  try {
    await begin();
  } catch (error) {
    // Next would go on and answer every request with an error, and whoever started it would never learn why.
    if (error instanceof AppError) process.stderr.write(`${error.userMessage}\n`);
    else log.fatal({ err: error }, 'the server could not start');
    process.exit(1);
  }
}

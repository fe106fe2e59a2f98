import { setTimeout as delay } from 'node:timers/promises';
import { stopJobQueue } from '@/server/jobs/boss';
import { startWorker } from '@/server/jobs/worker';
import { bootstrapFromEnvironment, setupLine } from '@/server/modules/setup/service';
import { env } from '@/server/platform/env';
import { AppError } from '@/server/platform/errors';
import { log } from '@/server/platform/log';
import { requestsAnswered, watchRequests } from '@/server/platform/open-request';
import { beginStopping } from '@/server/platform/readiness';
import { recordSocketAddresses } from '@/server/platform/socket-address';
import { refuseUnreadableRequests } from '@/server/platform/unreadable-request';
import { serveHealthOnly } from '@/server/platform/worker-only';

// Under what a container is given before it is killed, which is 10 seconds, and what `npm start` gives, which is 8.
const stopLimitMs = 7_000;

/**
 * Ends the process when all requests are answered and unfinished jobs are handed back, which else wait for their
 * time-out. Until then it goes on answering, the question whether it is ready with no.
 */
async function stop(): Promise<void> {
  beginStopping();
  const finished = Promise.all([requestsAnswered(), stopJobQueue()]);
  await Promise.race([finished, delay(stopLimitMs)]).catch((error: unknown) =>
    log.error({ err: error }, 'while stopping'),
  );
  process.exit(0);
}

function stopWhenAsked(): void {
  // The development server has a family of processes, and ends them itself.
  if (env().NODE_ENV !== 'production') {
    process.once('SIGTERM', () => void stopJobQueue());
    return;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

async function begin(): Promise<void> {
  recordSocketAddresses();
  watchRequests();
  refuseUnreadableRequests();
  if (env().WORKER === 'only') serveHealthOnly();
  await bootstrapFromEnvironment();
  await startWorker();
  stopWhenAsked();
  const line = env().WORKER === 'only' ? null : await setupLine();
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

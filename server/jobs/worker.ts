import { importJob } from '@/server/modules/debt-import/jobs';
import { registerImportJob } from '@/server/modules/register-import/jobs';
import { env } from '@/server/platform/env';
import { log } from '@/server/platform/log';
import { jobQueue } from './boss';
import { schedules } from './schedule';

const handlers = [importJob, registerImportJob, ...schedules];

/** Takes jobs off the queues of this installation, unless WORKER=off leaves that to another process. */
export async function startWorker(): Promise<void> {
  if (env().WORKER === 'off') return;
  const boss = await jobQueue();
  for (const { queue, run } of handlers) {
    await boss.createQueue(queue, { retryLimit: 2, retryBackoff: true, expireInSeconds: 600 });
    await boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
      try {
        await run(job?.data);
      } catch (error) {
        log.error({ err: error, queue }, 'a job failed');
        throw error;
      }
    });
  }
  for (const { queue, cron } of schedules) await boss.schedule(queue, cron);
}

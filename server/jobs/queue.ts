import { jobQueue } from './boss';

/** Puts a job on its queue, from where any process that works takes it. */
export async function enqueue(queue: string, data: object): Promise<void> {
  const boss = await jobQueue();
  await boss.createQueue(queue, { retryLimit: 2, retryBackoff: true, expireInSeconds: 600 });
  await boss.send(queue, data);
}

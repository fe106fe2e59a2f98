import { PgBoss } from 'pg-boss';
import { env } from '@/server/platform/env';
import { log } from '@/server/platform/log';

// Next loads server code in several bundles of one process; the global keeps them on one connection pool.
const shared = globalThis as typeof globalThis & { paydownBoss?: Promise<PgBoss> };

async function start(): Promise<PgBoss> {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set: start with `npm start`, which sets it.');
  const boss = new PgBoss({ connectionString, max: 3, application_name: 'paydown jobs' });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  await boss.start();
  return boss;
}

/** The queue on the application's own Postgres; started at the first use. */
export function jobQueue(): Promise<PgBoss> {
  shared.paydownBoss ??= start();
  return shared.paydownBoss;
}

export async function stopJobQueue(): Promise<void> {
  const boss = await shared.paydownBoss;
  shared.paydownBoss = undefined;
  await boss?.stop({ graceful: true, timeout: 5_000 });
}

import { database } from './db';
import { latestMigration } from './latest-migration';
import { log } from './log';

export type Readiness = { status: 'ready' } | { status: 'notReady'; reason: string };

const deadlineMs = 3000;

// Next loads server code in several bundles of one process; the global lets all of them see that it is ending.
const shared = globalThis as typeof globalThis & { paydownStopping?: boolean };

/** Answers 503 to the next question, so that no balancer sends new work to a process that is ending. */
export function beginStopping(): void {
  shared.paydownStopping = true;
}

if (shared.paydownStopping === undefined) {
  shared.paydownStopping = false;
  process.once('SIGTERM', beginStopping);
}

async function applied(): Promise<boolean> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations"
    WHERE "migration_name" = ${latestMigration} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  return rows.length > 0;
}

/** Whether requests can be served: the database answers within 3 seconds and has the newest migration. */
export async function readiness(): Promise<Readiness> {
  if (shared.paydownStopping) return { status: 'notReady', reason: 'stopping' };
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, deadlineMs, 'late').unref());
  try {
    const found = await Promise.race([applied(), late]);
    if (found === 'late') return { status: 'notReady', reason: 'the database does not answer' };
    return found ? { status: 'ready' } : { status: 'notReady', reason: 'the database is not migrated' };
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return { status: 'notReady', reason: 'the database cannot be reached' };
  }
}

import path from 'node:path';
import { EnvError, readEnv } from '../server/platform/env.ts';
import { Failure, reportFailure } from './failure.ts';
import { migrate } from './migrate.ts';

/**
 * What a container runs: the database is another container's, the build is in the image, so what remains of a start is
 * to check the environment, to migrate (one of any number of containers does, the others wait) and to serve.
 */
async function main(): Promise<void> {
  const env = containerEnv();
  const applied = await migrate(env.DATABASE_URL, path.join(import.meta.dirname, '..', 'prisma', 'migrations'));
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  process.env.HOSTNAME = '0.0.0.0';
  // Next would refuse every connection at once, also the one that asks whether this process is ready.
  process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
  await import(path.join(import.meta.dirname, '..', 'server.js'));
}

function containerEnv(): { DATABASE_URL: string } {
  try {
    const { DATABASE_URL, PAYDOWN_SECRET } = readEnv(process.env);
    if (!DATABASE_URL) throw new Failure('DATABASE_URL is not set: a container has no database of its own, name one.');
    if (!PAYDOWN_SECRET)
      throw new Failure('PAYDOWN_SECRET is not set: give every container the same 32 or more random characters.');
    return { DATABASE_URL };
  } catch (error) {
    throw error instanceof EnvError ? new Failure(error.message) : error;
  }
}

await main().catch((error: unknown) => {
  reportFailure(error);
  process.exit(1);
});

import { expect, test } from 'vitest';
import { database } from './db';
import { latestMigration } from './latest-migration';
import { beginStopping, readiness } from './readiness';

test('is ready on a migrated database, not on one behind the code, and never again once the process is ending', async () => {
  expect(await readiness()).toEqual({ status: 'ready' });
  await database()
    .$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = ${latestMigration}`;
  expect(await readiness()).toEqual({ status: 'notReady', reason: 'the database is not migrated' });
  await database()
    .$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL WHERE "migration_name" = ${latestMigration}`;
  expect(await readiness()).toEqual({ status: 'ready' });
  beginStopping();
  expect(await readiness()).toEqual({ status: 'notReady', reason: 'stopping' });
});

import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

// The engine marks a migration finished in a second step; doing it inside the same transaction means that an unfinished
// row always stands for a migration that left nothing behind.
const FINISH = `\n;UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;

async function runScript(pool: pg.Pool, script: string): Promise<void> {
  const isOwnTable = script.includes('_prisma_migrations');
  try {
    await pool.query(isOwnTable ? script : script + FINISH);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = '', severity = 'ERROR', detail, column, hint } = error;
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message: error.message, detail, column, hint });
  }
}

/**
 * Prisma's Postgres adapter, except for scripts: its own cuts a script at every semicolon, those in strings, comments
 * and function bodies included, and so runs half of a migration that fails. Postgres takes a whole script as one
 * transaction.
 */
export function migrationAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () =>
      Object.assign(await factory.connect(), { executeScript: (script: string) => runScript(pool, script) }),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { errorCode, Failure, messageOf, reportFailure } from './failure.ts';
import { applyMigrations, readMigrations } from './schema-engine.ts';

const MIGRATIONS = path.join(import.meta.dirname, '..', 'prisma', 'migrations');
// Any constant does, as long as every process that migrates uses the same one.
const LOCK_KEY = 7_263_529_031;
const CONNECT_LIMIT_MS = 10_000;

type Applied = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

function unreachable(error: unknown, url: string): Failure {
  const { host, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new Failure(
        `The database at ${host} refused the user ${username || '(none)'}: correct the name or password in DATABASE_URL.`,
      );
    case '3D000':
      return new Failure(`The server at ${host} has no database "${database}": create it, or correct DATABASE_URL.`);
    default:
      return new Failure(
        `The database at ${host} cannot be reached (${errorCode(error) ?? messageOf(error)}): check DATABASE_URL and that Postgres is running there.`,
      );
  }
}

/** Connects, or explains in one sentence why that is impossible. The password is in no message. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw unreachable(error, url);
  }
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const table = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  if (!table.rows[0]?.found) return [];
  const rows = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows.rows;
}

/** Forgets migrations that were cut off: each runs in one transaction, so what did not finish left nothing behind. */
async function rollBackUnfinished(client: pg.Client): Promise<void> {
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

/** The one line of the engine's report that says what Postgres objected to. */
function reason(error: unknown): string {
  const lines = messageOf(error).split('\n');
  return (lines.find((line) => line.includes('ERROR:')) ?? lines[0] ?? '').replace(/^.*ERROR:\s*/, '').trim();
}

function list(names: string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/** Refuses what must not be migrated: a failed migration, a newer database, a history that was edited afterwards. */
function checkHistory(applied: Applied[], migrations: MigrationList): void {
  const failed = applied.filter((row) => row.finished_at === null).map((row) => row.migration_name);
  if (failed.length > 0) {
    throw new Failure(
      `The migration ${list(failed)} failed on this database before: restore the backup taken before the upgrade, or repair the database and delete that row from _prisma_migrations.`,
    );
  }
  const known = new Map(migrations.migrationDirectories.map((each) => [each.path, each.migrationFile.content.value]));
  const newer = applied.map((row) => row.migration_name).filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Failure(
      `The database is newer than this version of Paydown (it has ${list(newer)}): install the version that made it or a later one, or restore an older backup.`,
    );
  }
  const edited = applied.filter((row) => {
    const content = known.get(row.migration_name) ?? '';
    // Git may have given the file other line ends than it had when it was applied.
    const forms = [content, content.replaceAll('\r\n', '\n'), content.replaceAll(/\r?\n/g, '\r\n')];
    return !forms.some((form) => createHash('sha256').update(form).digest('hex') === row.checksum);
  });
  if (edited.length > 0) {
    throw new Failure(
      `The migration ${list(edited.map((row) => row.migration_name))} was changed after it was applied to this database: restore its file and put the change into a new migration.`,
    );
  }
}

/** Connects once and reads the history, so that what would stop the migration later is said before any slow work. */
export async function checkDatabase(url: string, folder: string = MIGRATIONS): Promise<void> {
  const client = await connect(url);
  try {
    const applied = await appliedMigrations(client);
    checkHistory(
      applied.filter((row) => row.finished_at !== null || row.logs !== null),
      await readMigrations(folder),
    );
  } finally {
    await client.end();
  }
}

/**
 * Brings a database up to the migrations of this version. Any number of processes may call it at once: one migrates
 * under an advisory lock and the others wait for it.
 * @returns the names of the migrations applied by this call
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connect(url);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    let applied = await appliedMigrations(client);
    // A reported failure (by Prisma's own command line) is for a person to judge; ours are marked rolled back below.
    if (applied.some((row) => row.finished_at === null && row.logs === null)) {
      await rollBackUnfinished(client);
      applied = await appliedMigrations(client);
    }
    checkHistory(applied, migrations);
    if (applied.length === migrations.migrationDirectories.length) return [];
    return await applyMigrations(url, migrations).catch(async (error: unknown) => {
      const failed = (await appliedMigrations(client)).find((row) => row.finished_at === null);
      await rollBackUnfinished(client);
      throw new Failure(
        `The migration ${failed?.migration_name ?? 'history'} failed and changed nothing: ${reason(error)}.`,
      );
    });
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Failure(
      'DATABASE_URL is not set: name the database to migrate (npm start migrates the embedded one itself).',
    );
  const applied = await migrate(url);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
}

if (import.meta.main) await main().catch(reportFailure);

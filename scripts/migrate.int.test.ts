import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabaseUrl } from '@/server/testing/database';
import { checkDatabase, migrate } from './migrate';

const MIGRATIONS = path.join(import.meta.dirname, '../prisma/migrations');

let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  url = await emptyDatabaseUrl();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function addMigration(name: string, sql: string): Promise<string> {
  await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
  return name;
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const exists = async (table: string) => (await query(`SELECT to_regclass('${table}') IS NOT NULL AS found`))[0]?.found;

describe('migrating', () => {
  test('applies what is missing once, however many start at the same time', async () => {
    const name = await addMigration('20990101000000_one', 'CREATE TABLE one AS SELECT 1 AS id FROM pg_sleep(0.5);');
    const history = () => query(`SELECT rolled_back_at FROM _prisma_migrations WHERE migration_name = '${name}'`);
    const first = migrate(url, folder);
    // The others find it unfinished, and must not take it for one that was cut off.
    await expect.poll(history, { interval: 10 }).toHaveLength(1);
    expect(await Promise.all([migrate(url, folder), migrate(url, folder)])).toEqual([[], []]);
    expect(await first).toEqual([name]);
    expect(await history()).toEqual([{ rolled_back_at: null }]);
    expect(await migrate(url, folder)).toEqual([]);
  });

  test('takes a file as one script: semicolons in strings, comments and function bodies are no ends', async () => {
    await addMigration(
      '20990101000000_text',
      `CREATE TABLE text_ (a text DEFAULT 'x;y'); -- a ; b
       CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;
       INSERT INTO text_ DEFAULT VALUES -- no semicolon at the end`,
    );
    await migrate(url, folder);
    expect(await query('SELECT a, two() FROM text_')).toEqual([{ a: 'x;y', two: 2 }]);
  });

  test('changes nothing when a statement fails, says why, and applies the corrected file next time', async () => {
    const name = await addMigration('20990101000000_bad', 'CREATE TABLE half (id int); SELECT 1/0;');
    await expect(migrate(url, folder)).rejects.toThrow(
      `The migration ${name} failed and changed nothing: division by zero.`,
    );
    expect(await exists('half')).toBe(false);
    await writeFile(path.join(folder, name, 'migration.sql'), 'CREATE TABLE half (id int);');
    expect(await migrate(url, folder)).toEqual([name]);
    expect(await exists('half')).toBe(true);
  });

  test('repeats a migration that was cut off by a kill', async () => {
    const name = await addMigration('20990101000000_cut', 'CREATE TABLE cut (id int);');
    await query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('cut', 'x', '${name}')`);
    expect(await migrate(url, folder)).toEqual([name]);
  });

  test('refuses a database that a later version has migrated, before and while migrating', async () => {
    const name = await addMigration('20990101000000_later', 'CREATE TABLE later (id int);');
    await migrate(url, folder);
    const message = `The database is newer than this version of Paydown (it has ${name})`;
    await expect(migrate(url, MIGRATIONS)).rejects.toThrow(message);
    await expect(checkDatabase(url, MIGRATIONS)).rejects.toThrow(message);
  });

  test('refuses a history that was edited after it was applied', async () => {
    const name = await addMigration('20990101000000_edited', 'CREATE TABLE edited (id int);');
    await migrate(url, folder);
    await appendFile(path.join(folder, name, 'migration.sql'), ' -- afterthought');
    await expect(migrate(url, folder)).rejects.toThrow(`The migration ${name} was changed after it was applied`);
  });

  test('accepts the same file with the line ends of another system', async () => {
    const name = await addMigration('20990101000000_ends', 'CREATE TABLE ends (\n  id int\n);\n');
    await migrate(url, folder);
    await writeFile(path.join(folder, name, 'migration.sql'), 'CREATE TABLE ends (\r\n  id int\r\n);\r\n');
    await expect(migrate(url, folder)).resolves.toEqual([]);
  });
});

describe('a database that cannot be used', () => {
  test.each([
    ['a wrong password', { password: 'not-this' }, 'refused the user'],
    ['a missing database', { pathname: '/nowhere' }, 'has no database "nowhere"'],
    ['a closed port', { port: '1' }, 'cannot be reached (ECONNREFUSED)'],
  ])('is named with the remedy, and without the password: %s', async (_, change, message) => {
    const address: URL = Object.assign(new URL(url), change);
    const error = await migrate(address.href, folder).catch((thrown: unknown) => String(thrown));
    expect(error).toContain(message);
    expect(error).toContain('DATABASE_URL');
    expect(error).not.toContain(new URL(url).password);
    expect(error).not.toContain('not-this');
  });
});

import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { emptyDatabaseUrl, testDatabaseUrl } from './database';

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the test database', () => {
  test('holds every migration and no rows', async () => {
    const url = await testDatabaseUrl();
    expect(process.env.DATABASE_URL).toBe(url);
    const [migrations] = await query<{ unfinished: string; all: string }>(
      url,
      'SELECT count(*) FILTER (WHERE finished_at IS NULL) AS unfinished, count(*) AS all FROM _prisma_migrations',
    );
    expect(migrations).toMatchObject({ unfinished: '0' });
    expect(Number(migrations?.all)).toBeGreaterThan(0);
    expect(await query(url, 'SELECT * FROM "Workspace"')).toEqual([]);
  });

  test('is the same one for a whole file, while a further one is apart from it', async () => {
    const url = await testDatabaseUrl();
    expect(await testDatabaseUrl()).toBe(url);
    const other = await emptyDatabaseUrl();
    await query(other, 'CREATE TABLE mine (id int)');
    const [found] = await query<{ table: string | null }>(url, `SELECT to_regclass('mine') AS table`);
    expect(found?.table).toBeNull();
  });

  test('is no superuser’s, so that a migration cannot come to need one', async () => {
    const [role] = await query<{ rolsuper: boolean }>(
      await testDatabaseUrl(),
      'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
    );
    expect(role?.rolsuper).toBe(false);
  });

  test('is as far as a test can reach: a connection to another machine is refused before it is made', async () => {
    const refused = await fetch('http://192.0.2.1/').catch((error: unknown) => error);
    expect(String(Object(refused).cause)).toContain('nothing may leave a test');
  });
});

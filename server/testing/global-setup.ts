import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../scripts/migrate.ts';
import { startCluster } from '../../scripts/postgres.ts';
import { readMigrations } from '../../scripts/schema-engine.ts';

type Server = { url: string; stop: () => Promise<void> };

const MIGRATIONS = path.join(import.meta.dirname, '../../prisma/migrations');

async function throwawayServer(): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'paydown-test-'));
  const password = () => randomBytes(16).toString('hex');
  const options = { folder, postgresPassword: password(), databasePassword: password(), durable: false };
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const cluster = await startCluster(options);
    return { url: cluster.url, stop: () => cluster.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the template unless a run on this server has made it before; its name says which migrations it holds. */
async function prepareTemplate(url: string): Promise<string> {
  const { migrationDirectories } = await readMigrations(MIGRATIONS);
  const content = JSON.stringify(migrationDirectories.map((each) => [each.path, each.migrationFile.content.value]));
  const template = `paydown_template_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount) return;
    // Migrated under another name and renamed at the end: a template that exists is complete.
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    const draftUrl = new URL(url);
    draftUrl.pathname = `/${draft}`;
    await migrate(draftUrl.href, MIGRATIONS);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

async function dropRun(url: string, run: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [run],
    );
    for (const { datname } of found.rows) {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`);
    }
  });
}

/**
 * Starts a throwaway Postgres for the run, or uses the server of TEST_DATABASE_URL (any database of it, as a role that
 * may create databases) to save that start while developing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = process.env.TEST_DATABASE_URL;
  const server: Server = shared ? { url: shared, stop: () => Promise.resolve() } : await throwawayServer();
  const run = `paydown_run_${randomBytes(4).toString('hex')}`;
  try {
    project.provide('testServerUrl', server.url);
    project.provide('testTemplate', await prepareTemplate(server.url));
    project.provide('testRun', run);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    if (shared) await dropRun(server.url, run);
    await server.stop();
  };
}

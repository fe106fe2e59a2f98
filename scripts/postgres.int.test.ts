import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Cluster, startCluster } from './postgres';

let folder: string;
const started: Cluster[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-cluster-'));
});
afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(databasePassword = 'application'): Promise<Cluster> {
  const cluster = await startCluster({ folder, postgresPassword: 'administrator', databasePassword });
  started.push(cluster);
  return cluster;
}

async function query(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = async () =>
  Number.parseInt(await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);

describe('the embedded Postgres', () => {
  test('keeps what was committed over a stop, and is created once', async () => {
    const first = await start();
    expect(first.created).toBe(true);
    await query(first, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await start();
    expect(second.created).toBe(false);
    expect(await query(second, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  test('keeps what was committed over kill -9 and starts again at once', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await postmasterPid(), 'SIGKILL');
    await first.ended;
    expect(await query(await start(), 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  test('stops a server that an earlier run has left behind, and takes its place', async () => {
    const orphan = await start();
    await query(orphan, 'CREATE TABLE kept AS SELECT 1 AS one');
    const heir = await start();
    await orphan.ended;
    expect(await query(heir, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  test('ignores a lock file whose process is somebody else’s by now', async () => {
    await (await start()).stop();
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('speaks UTF-8, sorts the same everywhere, and listens on this machine only', async () => {
    const [settings] = await query(
      await start(),
      `SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale,
              current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      addresses: '127.0.0.1',
      fsync: 'on',
    });
  });

  test('refuses a folder of another major version, and leaves it as it was', async () => {
    await (await start()).stop();
    const file = path.join(folder, 'postgres', 'PG_VERSION');
    await writeFile(file, '17\n');
    await expect(start()).rejects.toThrow('holds a Postgres 17 database and this version runs Postgres 18');
    expect(await readFile(file, 'utf8')).toBe('17\n');
  });

  test('says so when secrets.json is not the one that the database was made with', async () => {
    await (await start()).stop();
    const other = startCluster({ folder, postgresPassword: 'another', databasePassword: 'another' });
    await expect(other).rejects.toThrow('restore that file from a backup');
  });
});

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { errorCode, Failure, messageOf } from './failure.ts';
import { guard } from './guard.ts';
import { type Account, postgresAccount, postgresBinaries } from './postgres-account.ts';
import { recoverCluster } from './postgres-recover.ts';

const MAJOR = '18';
const DATABASE = 'paydown';
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const run = promisify(execFile);
// Nothing of ours is inherited: a PGDATA or a locale of the person who starts would change what the server does.
const ENVIRONMENT = { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as const;

export type ClusterOptions = {
  /** The data folder; the cluster lives in its `postgres` folder and writes `postgres.log` beside it. */
  folder: string;
  postgresPassword: string;
  databasePassword: string;
  /** False only for throwaway test clusters: no fsync, so a crash may lose everything. */
  durable?: boolean;
};

export type Cluster = {
  port: number;
  /** Connects as the application's own role, which owns its database and is no superuser. */
  url: string;
  created: boolean;
  /** Resolves when the server ends, wanted or not. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/** Asks the system for a port that nothing listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * How the cluster folder is named to Postgres. As root the account it runs as may be unable to walk down to a folder
 * below /root, but it inherits a working folder that we have entered, and Linux names that folder without walking.
 */
function folderArgument(cluster: string, account: Account | undefined): string {
  return account ? '/proc/self/cwd' : cluster;
}

async function createCluster(cluster: string, account: Account | undefined, options: ClusterOptions): Promise<void> {
  const { initdb } = await postgresBinaries(account);
  // Built beside its final place: an interrupted initdb leaves a draft, never half a cluster.
  const draft = `${cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = path.join(tmpdir(), `paydown-initdb-${process.pid}-${Date.now()}`);
  await writeFile(passwordFile, options.postgresPassword, { mode: 0o600, flag: 'wx' });
  try {
    if (account) await Promise.all([draft, passwordFile].map((file) => chown(file, account.uid, account.gid)));
    const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
    // The built-in provider sorts the same on every machine and survives an upgrade of the C library.
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const sync = options.durable === false ? ['--no-sync'] : [];
    await run(initdb, [`--pgdata=${folderArgument(draft, account)}`, ...flags, ...locale, ...sync], {
      ...account,
      cwd: draft,
      env: ENVIRONMENT,
    });
    await rename(draft, cluster);
  } catch (error) {
    throw new Failure(`The embedded Postgres could not be created in ${cluster}: ${lastLine(messageOf(error))}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? text;
}

async function checkCluster(cluster: string): Promise<boolean> {
  const owner = await stat(cluster).catch(() => undefined);
  if (!owner) return false;
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && owner.uid !== uid) {
    throw new Failure(
      `The database in ${cluster} belongs to another user (uid ${owner.uid}): start as that user or as root, or set PAYDOWN_DATA_DIR to another folder.`,
    );
  }
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() !== MAJOR) {
    throw new Failure(
      `${cluster} holds ${version ? `a Postgres ${version.trim()} database` : 'no Postgres database'} and this version runs Postgres ${MAJOR}: move the folder away, or set PAYDOWN_DATA_DIR to another folder.`,
    );
  }
  return true;
}

async function launch(
  cluster: string,
  account: Account | undefined,
  port: number,
  options: ClusterOptions,
): Promise<ChildProcess> {
  const { postgres } = await postgresBinaries(account);
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
      : {}),
  };
  const logFile = path.join(options.folder, 'postgres.log');
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(logFile, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  try {
    return spawn(
      postgres,
      [
        '-D',
        folderArgument(cluster, account),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        ...account,
        cwd: cluster,
        // Its own process group: Ctrl-C must reach us first, so that the application closes before its database.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: ENVIRONMENT,
      },
    );
  } finally {
    await log.close();
  }
}

async function withAdmin<T>(
  port: number,
  options: ClusterOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: options.postgresPassword,
    database: 'postgres',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function waitUntilReady(server: ChildProcess, port: number, options: ClusterOptions): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) {
      const log = await readFile(path.join(options.folder, 'postgres.log'), 'utf8').catch(() => '');
      throw new Failure(
        `The embedded Postgres stopped while starting: ${lastLine(log)} (the whole story is in ${path.join(options.folder, 'postgres.log')}).`,
      );
    }
    try {
      return await withAdmin(port, options, async () => undefined);
    } catch (error) {
      if (errorCode(error) === '28P01') {
        throw new Failure(
          `The database in ${options.folder} was made with other passwords than its secrets.json holds: restore that file from a backup.`,
        );
      }
      // 57P03: replaying its log after a kill, which may take minutes on a large database.
      if (Date.now() > deadline && errorCode(error) !== '57P03') {
        throw new Failure(
          `The embedded Postgres does not answer on port ${port} (${messageOf(error)}): see ${path.join(options.folder, 'postgres.log')}.`,
        );
      }
      await delay(50);
    }
  }
}

async function ensureDatabase(port: number, options: ClusterOptions): Promise<void> {
  await withAdmin(port, options, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [DATABASE]);
    if (role.rowCount === 0) {
      const password = client.escapeLiteral(options.databasePassword);
      await client.query(`CREATE ROLE ${DATABASE} LOGIN CREATEDB PASSWORD ${password}`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${DATABASE}`);
  });
}

/**
 * Starts the embedded Postgres of a data folder, creating it first when it is missing and recovering it after a kill.
 * It listens on 127.0.0.1 only. The caller holds the folder (see claimDataFolder) and stops the cluster.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const cluster = path.join(options.folder, 'postgres');
  const account = await postgresAccount(cluster);
  const created = !(await checkCluster(cluster));
  if (created) await createCluster(cluster, account, options);
  await recoverCluster(cluster);

  const port = await freePort();
  const server = await launch(cluster, account, port, options);
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const watch = server.pid === undefined ? undefined : guard(server.pid, 'INT', 'QUIT');
  const stop = async () => {
    server.kill('SIGINT');
    const hurry = setTimeout(() => server.kill('SIGQUIT'), 30_000);
    await ended;
    clearTimeout(hurry);
    watch?.release();
  };
  try {
    if (server.pid === undefined) throw new Failure(`The embedded Postgres could not be run from ${server.spawnfile}.`);
    await waitUntilReady(server, port, options);
    await ensureDatabase(port, options);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `postgresql://${DATABASE}:${encodeURIComponent(options.databasePassword)}@127.0.0.1:${port}/${DATABASE}`;
  return { port, url, created, ended, stop };
}

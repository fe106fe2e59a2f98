import path from 'node:path';
import { type Env, EnvError, readEnv } from '../server/platform/env.ts';
import { buildApp, generateClient } from './build.ts';
import { claimDataFolder, prepareDataFolder, readSecrets } from './data-folder.ts';
import { Failure, reportFailure } from './failure.ts';
import { checkDatabase, migrate } from './migrate.ts';
import { checkPort } from './port.ts';
import { type Cluster, startCluster } from './postgres.ts';
import { type ServerProcess, startDevelopment, startProduction, waitUntilServing } from './server-process.ts';
import { step } from './step.ts';

const ROOT = path.join(import.meta.dirname, '..');
const development = process.argv[2] === 'dev';

/** What has been started, last first, so that it is stopped in the order that loses nothing. */
const running: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

function stopEverything(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of running.splice(0).reverse()) await stop();
  })();
  return stopping;
}

function validatedEnv(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (error instanceof EnvError) throw new Failure(error.message);
    throw error;
  }
}

type Database = { url: string; secret: string; folder: string; cluster?: Cluster };

async function openDatabase(env: Env): Promise<Database> {
  const folder = await prepareDataFolder(path.resolve(ROOT, env.PAYDOWN_DATA_DIR ?? '.paydown'));
  const secrets = await readSecrets(folder);
  const secret = env.PAYDOWN_SECRET ?? secrets.authSecret;
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, secret, folder };
  running.push(await claimDataFolder(folder));
  const cluster = await step(
    ({ created, port }) => `Postgres ${created ? 'created' : 'started'} on 127.0.0.1:${port}`,
    () => startCluster({ folder, ...secrets }),
  );
  running.push(cluster.stop);
  return { url: cluster.url, secret, folder, cluster };
}

function quoted(names: string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.length} migrations`;
}

async function start(): Promise<void> {
  const env = validatedEnv();
  const host = await checkPort(env.PORT);
  const database = await openDatabase(env);
  await step('Database reached', () => checkDatabase(database.url));
  await step((made) => `Database client ${made ? 'generated' : 'current'}`, generateClient);
  if (!development) await step((built) => (built ? 'Application built' : 'Application current'), buildApp);
  await step(
    (applied) => (applied.length > 0 ? `Applied ${quoted(applied)}` : 'Schema current'),
    () => migrate(database.url),
  );
  const listen = {
    port: env.PORT,
    host,
    env: { DATABASE_URL: database.url, PAYDOWN_SECRET: database.secret, PAYDOWN_DATA_DIR: database.folder },
  };
  const server = development ? startDevelopment(listen) : startProduction(listen);
  running.push(server.stop);
  await step('Server ready', () => waitUntilServing(env.PORT, server));
  console.log(
    env.WORKER === 'only'
      ? `\n  Paydown works off jobs here, and serves nothing but http://localhost:${env.PORT}/api/health/ready`
      : `\n  Paydown is at ${env.PAYDOWN_URL ?? `http://localhost:${env.PORT}`}`,
  );
  console.log(server.setupLine ? `  ${server.setupLine}\n` : '');
  await superviseUntilEnd(server, database.cluster);
}

/** Ends only when one of the two ends that should not. */
async function superviseUntilEnd(server: ServerProcess, cluster: Cluster | undefined): Promise<void> {
  const how = await Promise.race([
    server.ended.then((end) => `The server ended by itself (${end}): its messages above say why.`),
    ...(cluster
      ? [cluster.ended.then(() => 'The embedded Postgres ended by itself: see postgres.log in the data folder.')]
      : []),
  ]);
  if (!stopping) throw new Failure(how);
}

function onRequestToStop(): void {
  if (stopping) return;
  console.log('\n  Stopping …');
  void stopEverything().then(() => process.exit(0));
}

// A closed terminal takes its streams with it; writing to them must not keep us from stopping in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onRequestToStop);
process.on('disconnect', onRequestToStop);

try {
  await start();
} catch (error) {
  if (!stopping) {
    reportFailure(error);
    await stopEverything();
    process.exit(1);
  }
}
await stopping;

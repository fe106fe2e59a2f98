import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildApp, generateClient, STANDALONE } from './build.ts';
import { migrate } from './migrate.ts';
import { freePort, startCluster } from './postgres.ts';
import { SERVER_FLAGS, SERVER_MEMORY } from './server-process.ts';

const run = promisify(execFile);
const readyLimitMs = 60_000;
const pollMs = 100;

export type Installation = {
  base: string;
  databaseUrl: string;
  secret: string;
  /** Resident memory of the server process, in MB. */
  residentMb: () => Promise<number>;
  stop: () => Promise<void>;
};

export const ownerToken = 'pd_throwaway_throwaway_throwaway';
export const ownerEmail = 'ana.silva@northwind.example';
export const ownerPassword = 'orchard velvet ninety-three';
export const workspace = 'northwind';

async function residentMb(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}

async function untilReady(base: string): Promise<void> {
  const until = Date.now() + readyLimitMs;
  while (Date.now() < until) {
    const answer = await fetch(`${base}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await delay(pollMs);
  }
  throw new Error('the server was not ready in a minute');
}

async function stopServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hurry = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(hurry);
}

/** A throwaway installation of the production build: its own Postgres, as durable as a real one, and one server. */
export async function install(options: { demo: boolean }): Promise<Installation> {
  await generateClient();
  await buildApp();
  const folder = await mkdtemp(path.join(tmpdir(), 'paydown-throwaway-'));
  const word = () => randomBytes(24).toString('hex');
  const cluster = await startCluster({ folder, postgresPassword: word(), databasePassword: word() });
  await migrate(cluster.url);
  const [port, secret] = [await freePort(), word()];
  const child = spawn(process.execPath, [...SERVER_FLAGS, path.join(STANDALONE, 'server.js')], {
    cwd: STANDALONE,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...SERVER_MEMORY,
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_MANUAL_SIG_HANDLE: 'true',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      DATABASE_URL: cluster.url,
      PAYDOWN_SECRET: secret,
      LOG_LEVEL: 'error',
      PAYDOWN_BOOTSTRAP_EMAIL: ownerEmail,
      PAYDOWN_BOOTSTRAP_PASSWORD: ownerPassword,
      PAYDOWN_BOOTSTRAP_WORKSPACE: workspace,
      PAYDOWN_BOOTSTRAP_TOKEN: ownerToken,
      ...(options.demo ? { PAYDOWN_BOOTSTRAP_DEMO: '1' } : {}),
    },
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base);
  return {
    base,
    databaseUrl: cluster.url,
    secret,
    residentMb: () => residentMb(child.pid ?? 0),
    stop: async () => {
      await stopServer(child);
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { STANDALONE } from './build.ts';
import { Failure } from './failure.ts';
import { guard } from './guard.ts';

// Left alone, V8 keeps a nursery of tens of megabytes and lets garbage double the heap before it looks: on a small
// machine that is memory which the database could use. These cost a little time and save a third.
export const SERVER_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=25'];

// And the C library keeps what it was given back, in an arena for each thread; other libraries ignore these. Another
// 40 MB.
export const SERVER_MEMORY = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

const STOP_LIMIT_MS = 8_000;
const READY_LIMIT_MS = 120_000;

export type ServerProcess = {
  /** Resolves with a description of how the process ended, wanted or not. */
  ended: Promise<string>;
  /** "Set up: <address>", once the server has said so: while nobody owns the installation yet. */
  setupLine?: string;
  stop: () => Promise<void>;
};

function supervise(child: ChildProcess): ServerProcess {
  const watch = child.pid === undefined ? undefined : guard(child.pid, 'TERM', 'KILL');
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const signalGroup = (name: NodeJS.Signals) => {
    // The whole group: the development server is a family of processes.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name);
  };
  return {
    ended,
    stop: async () => {
      signalGroup('SIGTERM');
      // Open event streams never end by themselves.
      const hurry = setTimeout(() => signalGroup('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(hurry);
      watch?.release();
    },
  };
}

type Listen = { port: number; host: string; env: Record<string, string> };

// In its own process group: Ctrl-C reaches us alone, and we end the server before its database.
const options: SpawnOptions = { detached: true, stdio: ['ignore', 'inherit', 'inherit'] };

// What Next says about itself when it starts: an address that is not the one to open, and times that are not ours.
const BANNER = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Ready|Starting|Running next\.config)|$)/u;

/** Passes the server's output on, except for the banner that comes first and the set-up link, which is for the end. */
function printWithoutBanner(output: Readable, onSetupLink: (line: string) => void): void {
  let inBanner = true;
  createInterface({ input: output }).on('line', (line) => {
    inBanner &&= BANNER.test(line);
    if (line.startsWith('Set up: ')) onSetupLink(line);
    else if (!inBanner) console.log(line);
  });
}

/** Runs the production build. */
export function startProduction({ port, host, env }: Listen): ServerProcess {
  const child = spawn(process.execPath, [...SERVER_FLAGS, path.join(STANDALONE, 'server.js')], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: STANDALONE,
    env: {
      ...SERVER_MEMORY,
      ...process.env,
      ...env,
      PORT: String(port),
      HOSTNAME: host,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // Next would refuse every connection at once, also the one that asks whether this process is ready.
      NEXT_MANUAL_SIG_HANDLE: 'true',
    },
  });
  const server = supervise(child);
  if (child.stdout) {
    printWithoutBanner(child.stdout, (line) => {
      server.setupLine = line;
    });
  }
  return server;
}

/** Runs the development server, which rebuilds what changes. */
export function startDevelopment({ port, env }: Listen): ServerProcess {
  const root = path.join(import.meta.dirname, '..');
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '--port', String(port)],
    {
      ...options,
      cwd: root,
      env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
    },
  );
  return supervise(child);
}

/** Waits until the server says that it and its database can work. */
export async function waitUntilServing(port: number, server: ServerProcess): Promise<void> {
  let ended: string | undefined;
  void server.ended.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + READY_LIMIT_MS;
  while (ended === undefined) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline)
      throw new Failure('The server did not become ready within two minutes: its messages above say why.');
    await delay(150);
  }
  throw new Failure(`The server ended while starting (${ended}): its messages above say why.`);
}

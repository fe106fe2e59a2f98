import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.ts';
import { isAlive, postgresProcessesIn, signal, waitUntilGone } from './process-table.ts';

async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Stops a server that nobody supervises any more: politely first, so that it writes its checkpoint. */
async function stopOrphan(pid: number, cluster: string): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, limitMs] of steps) {
    signal(pid, name);
    if (await waitUntilGone([pid], limitMs)) return;
  }
  throw new Failure(
    `A Postgres from an earlier run (process ${pid}) still holds ${cluster} and does not stop: end it, then start again.`,
  );
}

/**
 * Makes a cluster startable after a kill: stops an orphaned server, ends backends that outlived their postmaster (they
 * keep its shared memory and a new one would refuse to start) and removes a lock file that points at nobody.
 * Call it only while holding the data folder: a supervised server is not an orphan.
 */
export async function recoverCluster(cluster: string): Promise<void> {
  const pid = await postmasterPid(cluster);
  let running = await postgresProcessesIn(cluster);
  if (pid !== undefined && isAlive(pid) && (running === undefined || running.includes(pid)))
    await stopOrphan(pid, cluster);
  if (running === undefined) return;

  // Backends notice the death of their postmaster by themselves; give them the moment they need.
  const deadline = Date.now() + 5_000;
  for (running = await postgresProcessesIn(cluster); running?.length && Date.now() < deadline; ) {
    await delay(100);
    running = await postgresProcessesIn(cluster);
  }
  for (const leftover of running ?? []) signal(leftover, 'SIGKILL');
  await waitUntilGone(running ?? [], 5_000);
  // Its process is gone or (in a container, after a reboot) somebody else's by now: Postgres itself would refuse the latter.
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../throwaway-installation.ts';

const pollMs = 50;

/** In ms. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The server's memory before some work and its highest meanwhile, in MB, and how long the work took, in seconds. */
export async function watchMemory(place: Installation, work: () => Promise<void>) {
  const before = await place.residentMb();
  let peak = before;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await place.residentMb());
      await delay(pollMs);
    }
  })();
  const tookMs = await timeOf(work).finally(() => {
    isDone = true;
  });
  await watching;
  return { before, peak, seconds: tookMs / 1000 };
}

import type { Tx } from '@/server/platform/db';

// Any constant does, as long as nothing else takes the same lock.
const setupLock = 7_201_417;

/** Lets one set-up run at a time, in whatever process, until its transaction ends. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${setupLock}::bigint)`;
}

import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the test server as a role that may create others. */
    testServerUrl: string;
    /** The migrated, empty database that every other is a copy of. */
    testTemplate: string;
    /** Tells the databases of this run from those of others on the same server. */
    testRun: string;
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function createCopy(name: string): Promise<string> {
  const serverUrl = inject('testServerUrl');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const copy = client.escapeIdentifier(name);
    // The file that ran before in this worker has ended; a connection that it left open must not keep its database.
    await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${client.escapeIdentifier(inject('testTemplate'))}`);
  } finally {
    await client.end();
  }
  return withDatabase(serverUrl, name);
}

let own: Promise<string> | undefined;
let copies = 0;

/**
 * The address of this worker's own database: migrated, empty at the start of the test file, dropped afterwards.
 * Tests of one file share it, so each makes a workspace of its own and needs no cleaning up.
 */
export function testDatabaseUrl(): Promise<string> {
  own ??= createCopy(`${inject('testRun')}_${process.env.VITEST_POOL_ID ?? process.pid}`);
  return own;
}

/** One more migrated, empty database, for a test of what happens in an installation that nobody has used yet. */
export function emptyDatabaseUrl(): Promise<string> {
  copies += 1;
  return createCopy(`${inject('testRun')}_${process.env.VITEST_POOL_ID ?? process.pid}_${copies}`);
}

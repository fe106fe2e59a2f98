import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { errorCode } from './failure.ts';
import { migrationAdapter } from './migration-adapter.ts';
import { offlineAdapter } from './offline-adapter.ts';

const FILTERS = { externalTables: [], externalEnums: [] };
export type SchemaFile = { path: string; content: string };

let loaded: Promise<void> | undefined;

/** The engine never clears the ten-second timer of its lock, and each would keep a finished command from ending. */
function withoutWaiting(name: string, value: WebAssembly.ImportValue): WebAssembly.ImportValue {
  if (!name.startsWith('__wbg_setTimeout_')) return value;
  return (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
}

/** The package imports its .wasm file as a module, which Node does not do without a flag, so it is instantiated by hand. */
async function load(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': Object.fromEntries(
      Object.entries(bindings).map(([name, value]) => [name, withoutWaiting(name, value)]),
    ),
  });
  const start = instance.exports.__wbindgen_start;
  bindings.__wbg_set_wasm(instance.exports);
  if (typeof start === 'function') start();
}

async function openEngine(database: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  loaded ??= load();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  const datamodels: [string, string][] = [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']];
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

/** The folders of prisma/migrations, oldest first, as the engine wants them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = await readFile(path.join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

/**
 * Applies what is not applied yet, in Prisma's own layout of `_prisma_migrations`.
 * @returns the names of the migrations applied by this call
 */
export async function applyMigrations(url: string, migrationsList: MigrationList): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  try {
    const engine = await openEngine(migrationAdapter(pool));
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
    engine.free();
    return appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

/** The SQL that turns a database of one datamodel into one of the other; empty when they agree. */
export async function diffSchemas(from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  const engine = await openEngine(offlineAdapter);
  try {
    const { stdout } = await engine.diff({
      from: from.length > 0 ? { tag: 'schemaDatamodel', files: from } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    const sql = stdout ?? '';
    return sql.trim() === '-- This is an empty migration.' ? '' : sql;
  } finally {
    engine.free();
  }
}

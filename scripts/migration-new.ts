import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure, reportFailure } from './failure.ts';
import { diffSchemas, type SchemaFile } from './schema-engine.ts';

const PRISMA = path.join(import.meta.dirname, '..', 'prisma');
const SCHEMA = path.join(PRISMA, 'schema');
const MIGRATIONS = path.join(PRISMA, 'migrations');
// What the last migration led to: a migration is the difference between two schemas, never the state of some database.
const SNAPSHOT = path.join(MIGRATIONS, 'schema-snapshot.prisma');

/** The whole schema as one text, its files in a fixed order, so that it can be compared and stored. */
export async function currentSchema(): Promise<string> {
  const names = (await readdir(SCHEMA)).filter((name) => name.endsWith('.prisma')).sort();
  const parts = await Promise.all(names.map((name) => readFile(path.join(SCHEMA, name), 'utf8')));
  return parts
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

async function snapshot(): Promise<SchemaFile[]> {
  const content = await readFile(SNAPSHOT, 'utf8').catch(() => undefined);
  return content === undefined ? [] : [{ path: 'schema.prisma', content }];
}

/** The SQL that the schema needs beyond the migrations that exist; empty when none is missing. */
export async function pendingSql(): Promise<string> {
  return diffSchemas(await snapshot(), [{ path: 'schema.prisma', content: await currentSchema() }]);
}

async function create(name: string, allowEmpty: boolean): Promise<void> {
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new Failure(
      'Name the migration in small letters, digits and underscores: npm run db:migration -- add_debt_labels',
    );
  }
  const sql = await pendingSql();
  if (sql === '' && !allowEmpty) {
    throw new Failure(
      'The schema has not changed since the last migration: add --empty for one that is written by hand.',
    );
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'migration.sql'),
    sql === '' ? '-- Written by hand: what the schema language cannot say.\n' : sql,
  );
  await writeFile(path.join(MIGRATIONS, 'migration_lock.toml'), '# Prisma reads this file.\nprovider = "postgresql"\n');
  await writeFile(SNAPSHOT, await currentSchema());
  console.log(
    `Made ${path.relative(process.cwd(), path.join(folder, 'migration.sql'))}. Read it, add what the schema cannot say, commit it with schema-snapshot.prisma.`,
  );
}

if (import.meta.main) {
  const [name = '', ...flags] = process.argv.slice(2);
  await create(name, flags.includes('--empty')).catch(reportFailure);
}

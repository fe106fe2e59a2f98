import { splitList } from '@/server/domain/importing/clean-text';
import type { ImportContext, NamedReference } from '@/server/domain/importing/debt-draft';
import type { ImportField } from '@/server/domain/importing/import-field';
import type { CsvRow } from '@/server/domain/importing/parse-csv';

const DISTINCT_LOOKED_AT = 5_000;
const UNKNOWN_LISTED = 20;

/** Finds people, teams or services by the names a file uses for them: without case, accents and spare spaces. */
export interface NameLookUp {
  find(name: string): { reference: NamedReference; ambiguous: boolean };
  /** Distinct names of a column and how many are known here. */
  coverage(rows: readonly CsvRow[], positions: readonly number[]): { known: number; of: number; unknown: string[] };
}

export interface NameIndex {
  members: NameLookUp;
  teams: NameLookUp;
  services: NameLookUp;
  /** The look-up a field's values go through; null for fields that hold no names. */
  for(field: ImportField | null): NameLookUp | null;
}

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function createLookUp(entries: Iterable<readonly [string, string]>, isList: boolean): NameLookUp {
  // Undefined id: two different owners share the name, so it names neither.
  const ids = new Map<string, string | undefined>();
  for (const [name, id] of entries) {
    const key = fold(name);
    if (key === '') continue;
    ids.set(key, ids.has(key) && ids.get(key) !== id ? undefined : id);
  }
  const find: NameLookUp['find'] = (name) => {
    const key = fold(name);
    const id = ids.get(key);
    return { reference: { name: name.trim(), id: id ?? null }, ambiguous: id === undefined && ids.has(key) };
  };
  return {
    find,
    coverage(rows, positions) {
      const distinct = new Map<string, string>();
      for (const { cells } of rows) {
        for (const position of positions) {
          const value = cells[position]?.trim() ?? '';
          if (value === '') continue;
          for (const name of isList ? splitNames(value, find) : [value]) {
            if (distinct.size < DISTINCT_LOOKED_AT) distinct.set(fold(name), name);
          }
        }
      }
      const unknown = [...distinct.values()].filter((name) => find(name).reference.id === null);
      return { known: distinct.size - unknown.length, of: distinct.size, unknown: unknown.slice(0, UNKNOWN_LISTED) };
    },
  };
}

/** Splits a cell of several names, unless the whole cell is one known name that holds a comma itself. */
export function splitNames(cell: string, find: NameLookUp['find']): string[] {
  return find(cell).reference.id === null ? splitList(cell) : [cell];
}

/** Members go by name and e-mail address, teams by name, services by key and name. */
export function createNameIndex(context: ImportContext): NameIndex {
  const members = createLookUp(
    context.members.flatMap(({ id, name, email }) => [[name, id] as const, [email, id] as const]),
    false,
  );
  const teams = createLookUp(
    context.teams.map(({ id, name }) => [name, id] as const),
    false,
  );
  const services = createLookUp(
    context.services.flatMap(({ id, key, name }) => [[name, id] as const, [key, id] as const]),
    true,
  );
  return {
    members,
    teams,
    services,
    for(field) {
      if (field === 'owner' || field === 'reporter') return members;
      if (field === 'team') return teams;
      return field === 'services' ? services : null;
    },
  };
}

import type { ImportField } from '@/server/domain/importing/import-field';
import type { CsvRow } from '@/server/domain/importing/parse-csv';

/**
 * How sure a proposal is. `needsZone`: its times name no zone; `partlyKnown`: some of its names are nobody here;
 * `unmapped`: for a person to decide; `kept`: understood or none of ours, kept with the original row; `empty`.
 */
export type MappingCertainty = 'unmapped' | 'guess' | 'needsZone' | 'partlyKnown' | 'certain' | 'kept' | 'empty';

/** One column of the file; repeats of a header are one column with several positions. */
export interface ColumnMapping {
  /** The header as written; `Column 7` where it is empty. */
  column: string;
  positions: number[];
  /** First distinct values, at most 4, cut to 120 characters. */
  samples: string[];
  /** Rows with a value. */
  filled: number;
  empty: boolean;
  field: ImportField | null;
  certainty: MappingCertainty;
  note: string | null;
  /** For owner, reporter, team and services: distinct names that were found here. */
  known: { known: number; of: number; unknown: string[] } | null;
}

const SAMPLES = 4;
const SAMPLE_CHARACTERS = 120;

/** Columns by header, repeats joined, with what they hold; one pass over the file. */
export function groupColumns(header: readonly string[], rows: readonly CsvRow[]): ColumnMapping[] {
  const byName = new Map<string, ColumnMapping>();
  const names = new Set(header);
  header.forEach((name, position) => {
    // pandas writes the repeats of `Labels` as `Labels.1`, `Labels.2`.
    const base = /^(.+)\.\d{1,3}$/.exec(name)?.[1];
    const repeated = base !== undefined && names.has(base) ? base : name;
    const column = name === '' ? `Column ${position + 1}` : repeated;
    const found = byName.get(column);
    if (found) found.positions.push(position);
    else byName.set(column, emptyMapping(column, position));
  });
  const groups = [...byName.values()];
  for (const { cells } of rows) {
    for (const group of groups) {
      let filled = false;
      for (const position of group.positions) {
        const value = cells[position];
        if (value === undefined || value === '') continue;
        filled = true;
        if (group.samples.length < SAMPLES) addSample(group, value);
      }
      if (filled) group.filled += 1;
    }
  }
  for (const group of groups) {
    if (group.filled > 0 && group.samples.length > 0) group.empty = false;
  }
  return groups;
}

function emptyMapping(column: string, position: number): ColumnMapping {
  return {
    column,
    positions: [position],
    samples: [],
    filled: 0,
    empty: true,
    field: null,
    certainty: 'empty',
    note: null,
    known: null,
  };
}

function addSample(group: ColumnMapping, value: string): void {
  const trimmed = value.trim();
  if (trimmed === '') return;
  const sample = trimmed.length > SAMPLE_CHARACTERS ? `${trimmed.slice(0, SAMPLE_CHARACTERS - 1)}…` : trimmed;
  if (!group.samples.includes(sample)) group.samples.push(sample);
}

const ORDER: Readonly<Record<MappingCertainty, number>> = {
  unmapped: 0,
  guess: 1,
  needsZone: 2,
  partlyKnown: 3,
  certain: 4,
  kept: 5,
  empty: 6,
};

/** The least certain first, then file order: the order in which a person should look at them. */
export function byCertainty(a: ColumnMapping, b: ColumnMapping): number {
  return ORDER[a.certainty] - ORDER[b.certainty] || (a.positions[0] ?? 0) - (b.positions[0] ?? 0);
}

import type { RecordFile, RecordSet } from '@/server/domain/decision-record/record';
import { filePathOf, folderOf } from '@/server/domain/decision-record/record-path';
import { heldOf } from '@/server/domain/decision-sync/held-field';
import type { RelatedRecord } from '@/server/domain/decision-sync/relation-edge';
import { readingOf, sourceReading } from '@/server/domain/decision-sync/source-reading';
import { newId } from '@/server/platform/ids';
import type { ComingFiles } from '../contract';
import type { KnownRow } from '../repo';
import { limitFindings, type PlanItem } from './plan-item';

const storedRelations = sourceReading.shape.relations;

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function firstBy(rows: readonly KnownRow[], keyOf: (row: KnownRow) => string | null): Map<string, KnownRow[]> {
  const groups = new Map<string, KnownRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/**
 * Which record here each one of the files is: the one with its path, else one with the very same bytes whose path is
 * gone, else the one of that name in a folder whose other files have moved to the folder of this one.
 */
export function matchKnown(set: RecordSet, known: readonly KnownRow[]): Map<string, KnownRow> {
  const byPath = new Map(known.flatMap((row) => (row.sourcePath === null ? [] : [[row.sourcePath, row]])));
  const matched = new Map<string, KnownRow>();
  const used = new Set<KnownRow>();
  const take = (path: string, row: KnownRow | undefined) => {
    if (!row || used.has(row)) return false;
    matched.set(path, row);
    used.add(row);
    return true;
  };
  for (const { path } of set.records) take(path, byPath.get(path));
  const free = known.filter((row) => !used.has(row) && !row.deletedAt);
  const byHash = firstBy(free, ({ contentHash }) => contentHash);
  const folders = new Map<string, string>();
  for (const { path, hash } of set.records) {
    const row = matched.has(path) ? undefined : byHash.get(hash)?.shift();
    if (take(path, row) && row?.sourcePath && baseOf(row.sourcePath) === baseOf(path))
      folders.set(folderOf(path), folderOf(row.sourcePath));
  }
  for (const { path } of set.records) {
    const folder = folders.get(folderOf(path));
    if (matched.has(path) || folder === undefined) continue;
    const row = byPath.get(folder === '' ? baseOf(path) : `${folder}/${baseOf(path)}`);
    if (row && !row.deletedAt) take(path, row);
  }
  return matched;
}

/** What the files say, each record as if it was new. */
export function itemsOf(
  set: RecordSet,
  coming: ComingFiles,
  matched: ReadonlyMap<string, KnownRow>,
  serviceIds: ReadonlyMap<string, string>,
): PlanItem[] {
  const files = new Map<string, RecordFile>(coming.files.map((file) => [file.path, file]));
  return set.records.flatMap((record) => {
    const file = files.get(record.path) ?? files.get(filePathOf(record.path));
    if (!file) return [];
    const reading = readingOf(record, (key) => serviceIds.has(key));
    const outside = heldOf(reading);
    const findings = [...record.findings, ...limitFindings(record, reading, outside)];
    const id = matched.get(record.path)?.id ?? newId();
    return [
      {
        id,
        action: 'create',
        note: '',
        record,
        file,
        reading,
        outside,
        taken: [],
        isNews: true,
        changed: [],
        findings,
      },
    ];
  });
}

/** The records of a register as their files told them last. */
export function relatedBefore(known: readonly KnownRow[]): RelatedRecord[] {
  return known.map(({ id, sourcePath, number, relations }) => ({
    id,
    // No link can lead to the path of a record that has no file.
    path: sourcePath ?? `\u0000${id}`,
    number,
    relations: storedRelations.safeParse(relations).data ?? [],
  }));
}

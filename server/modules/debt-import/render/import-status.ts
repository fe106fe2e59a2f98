import { takenBack } from '@/server/modules/imported-debt/contract';
import { importOptions } from '../contract';
import type { StoredImport } from '../repo';

function countOf(result: unknown, name: string): number {
  const value: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, name) : 0;
  return typeof value === 'number' ? value : 0;
}

/** The state of an import as anybody may see it, without the file itself. */
export function presentImport(stored: StoredImport) {
  return {
    id: stored.id,
    fileName: stored.fileName,
    status: stored.status,
    rowsDone: stored.rowsDone,
    rowsTotal: stored.rowsTotal,
    created: countOf(stored.outcome, 'created'),
    updated: countOf(stored.outcome, 'updated'),
    unchanged: countOf(stored.outcome, 'unchanged'),
    skipped: countOf(stored.outcome, 'skipped'),
    error: stored.error,
    createdBy: stored.createdBy?.user.name ?? null,
    createdAt: stored.createdAt,
    finishedAt: stored.finishedAt,
    undone: undoneOf(stored.outcome),
  };
}

function undoneOf(result: unknown) {
  const undone: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'undone') : null;
  return takenBack.safeParse(undone).data ?? null;
}

/** The same with the mapping and the zone that were chosen last. */
export function presentChosen(stored: StoredImport) {
  return { ...presentImport(stored), options: importOptions.catch(importOptions.parse({})).parse(stored.options) };
}

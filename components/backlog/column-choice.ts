import type { DataColumn } from '@/components/table/data-column';
import { usualColumnIds } from './backlog-column';

type Choosable = Pick<DataColumn<never>, 'id' | 'fixed'>;

/** The ids of the columns that a view does not show; without a choice the usual ones are shown. */
export function hiddenColumns(columns: readonly Choosable[], chosen: readonly string[] | null): string[] {
  const shown = chosen ?? usualColumnIds;
  return columns.filter((column) => !column.fixed && !shown.includes(column.id)).map((column) => column.id);
}

/** The choice that leaves these columns out, or null when that is the usual one. */
export function chosenColumns(columns: readonly Choosable[], hidden: readonly string[]): string[] | null {
  const shown = columns.filter((column) => !column.fixed && !hidden.includes(column.id)).map((column) => column.id);
  const usual = columns
    .filter((column) => !column.fixed && usualColumnIds.includes(column.id))
    .map((column) => column.id);
  return shown.join() === usual.join() ? null : shown;
}

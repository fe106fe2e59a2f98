import type { DataColumn } from './data-column';

type Sized = Pick<DataColumn<never>, 'id' | 'width' | 'minWidth' | 'dropOrder'>;

const FLEXIBLE_MIN = 200;

/**
 * The ids left out so that the rest fit into a width in pixels; what has no `dropOrder` always stays.
 * A width of null (not measured yet) leaves nothing out.
 */
export function droppedColumns(columns: readonly Sized[], width: number | null): string[] {
  if (width === null) return [];
  const droppable = columns
    .filter((column) => column.dropOrder !== undefined)
    .sort((a, b) => (b.dropOrder ?? 0) - (a.dropOrder ?? 0));
  const dropped: string[] = [];
  let needed = columns.reduce((sum, column) => sum + spaceOf(column), 0);
  for (const column of droppable) {
    if (needed <= width) break;
    dropped.push(column.id);
    needed -= spaceOf(column);
  }
  return dropped;
}

function spaceOf(column: Sized): number {
  return column.width ?? column.minWidth ?? FLEXIBLE_MIN;
}

'use client';

import {
  type ColumnDef,
  columnVisibilityFeature,
  functionalUpdate,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { droppedColumns } from './column-fit';
import type { DataColumn, Sort } from './data-column';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });

export type TableModelOptions<Row> = {
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  getRowId: (row: Row) => string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  hidden?: readonly string[];
  selected?: ReadonlySet<string>;
  onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** Pixels the table has; null until measured. */
  width: number | null;
};

/** The TanStack table behind DataTable: sorting and filtering are the server's, visibility follows choice and width. */
export function useDataTable<Row>(options: TableModelOptions<Row>) {
  'use no memo';
  const { rows, columns, sort, selected, width } = options;
  const chosen = columns.filter((column) => !options.hidden?.includes(column.id));
  // Without the column they are sorted by, the rows would seem to be in no order.
  const foldable = chosen.map((column) => (column.id === sort?.id ? { ...column, dropOrder: undefined } : column));
  const gone = [...(options.hidden ?? []), ...droppedColumns(foldable, width)];
  const sorting = sort ? [sort] : [];
  const rowSelection: RowSelectionState = {};
  for (const id of selected ?? []) rowSelection[id] = true;
  const definitions = useMemo(() => columns.map((column) => definition(column)), [columns]);
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: (entry) => options.getRowId(entry.row),
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting, rowSelection, columnVisibility: Object.fromEntries(gone.map((id) => [id, false])) },
    onSortingChange: (update) => {
      const next = functionalUpdate(update, sorting)[0];
      if (next) options.onSortChange?.({ id: next.id, desc: next.desc });
    },
    onRowSelectionChange: (update) => {
      options.onSelectedChange?.(new Set(Object.keys(functionalUpdate(update, rowSelection))));
    },
  });
}

/** TanStack asks for plain records; ours may be any type, so each stands in an envelope. */
export type Entry<Row> = { row: Row };

export type DataTableModel<Row> = ReturnType<typeof useDataTable<Row>>;

function definition<Row>(column: DataColumn<Row>): ColumnDef<typeof features, Entry<Row>> {
  return {
    id: column.id,
    accessorFn: (entry) => entry.row,
    header: column.header,
    enableSorting: column.sortable ?? false,
    sortDescFirst: column.sortsFirst === 'desc',
    enableHiding: !column.fixed,
    cell: (context) => column.cell(context.row.original.row),
  };
}

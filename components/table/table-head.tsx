'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { DataColumn } from './data-column';
import type { DataTableModel } from './use-data-table';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export function TableHead<Row>({
  table,
  columns,
}: {
  table: DataTableModel<Row>;
  columns: readonly DataColumn<Row>[];
}) {
  'use no memo';
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => {
            const column = columns.find((candidate) => candidate.id === header.column.id);
            const sorted = header.column.getIsSorted();
            const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown;
            const right = column?.align === 'right';
            return (
              <th
                key={header.id}
                scope="col"
                aria-sort={sorted ? ARIA_SORT[sorted] : undefined}
                title={column?.headerHint}
                className={cn(
                  'sticky top-0 z-2 h-8 border-b border-line bg-surface px-2 text-label font-medium text-ink-2 first:pl-3 last:pr-3',
                  right ? 'text-right' : 'text-left',
                )}
              >
                {header.column.getCanSort() ? (
                  <button
                    type="button"
                    onClick={header.column.getToggleSortingHandler()}
                    className={cn(
                      'group -mx-1 inline-flex items-center gap-1 rounded-cell px-1 whitespace-nowrap hover:text-ink',
                    )}
                  >
                    <span>{column?.header}</span>
                    <Arrow
                      aria-hidden
                      className={cn(
                        'size-3 shrink-0',
                        sorted ? '' : 'hidden group-hover:block group-hover:opacity-40 group-focus-visible:block',
                      )}
                    />
                  </button>
                ) : (
                  column?.header || <span className="sr-only">{column?.headerHint ?? 'Actions'}</span>
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

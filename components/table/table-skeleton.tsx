import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { DataColumn } from './data-column';

const ROWS = ['w-3/5', 'w-2/5', 'w-1/2', 'w-3/5', 'w-2/3', 'w-2/5', 'w-1/2', 'w-3/5'];

/** The rows of the final layout, drawn grey. */
export function TableSkeleton<Row>({ columns, height }: { columns: readonly DataColumn<Row>[]; height: 36 | 44 }) {
  return (
    <>
      {ROWS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <tr key={index} aria-hidden>
          {columns.map((column) => (
            <td
              key={column.id}
              className={cn('border-b border-line px-2 first:pl-3 last:pr-3', height === 44 ? 'h-11' : 'h-9')}
            >
              <Skeleton className={cn(column.width ? 'w-2/3' : width, column.align === 'right' && 'ml-auto')} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

'use client';

import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import type { DataColumn } from './data-column';

export type TableRowProps<Row> = {
  id: string;
  row: Row;
  /** Place in the whole list, the header being 1. */
  position: number;
  columns: readonly DataColumn<Row>[];
  height: 36 | 44;
  active: boolean;
  selected: boolean;
  /** A menu of this row is open, or it was just made. */
  chosen: boolean;
  label: string;
  href?: string;
  onPress: (event: MouseEvent) => void;
  onToggle?: () => void;
};

export function TableRow<Row>(props: TableRowProps<Row>) {
  'use no memo';
  const { id, row, columns, active, selected } = props;
  return (
    <tr
      id={id}
      aria-rowindex={props.position}
      aria-selected={active || selected}
      onClick={props.onPress}
      className={cn(
        'group/row',
        active || selected
          ? 'bg-accent-soft [&_.rounded-chip.bg-accent-soft]:bg-surface [&_.text-ink-3]:text-ink-2'
          : props.chosen
            ? 'bg-row-chosen'
            : 'hover:bg-bg',
      )}
    >
      {columns.map((column, index) => {
        const Cell = column.isRowHeader ? 'th' : 'td';
        return (
          <Cell
            key={column.id}
            scope={column.isRowHeader ? 'row' : undefined}
            className={cn(
              'relative overflow-hidden border-b border-line px-2 py-0 font-normal first:pl-3 last:pr-3',
              'group-last/row:border-b-0',
              props.height === 44 ? 'h-11' : 'h-9',
              column.align === 'right' ? 'text-right tabular-nums' : 'text-left',
              active && index === 0 && 'shadow-[inset_2px_0_0_var(--accent)]',
            )}
          >
            {index === 0 && props.onToggle ? (
              <SelectBox label={props.label} selected={selected} onToggle={props.onToggle} />
            ) : null}
            {column.isRowHeader && props.href ? (
              <RowLink href={props.href}>{column.cell(row)}</RowLink>
            ) : (
              column.cell(row)
            )}
          </Cell>
        );
      })}
    </tr>
  );
}

// Not a tab stop: Enter on the row does the same, and sixty stops would bar the way to what follows the table.
function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className="block min-w-0">
      {children}
    </Link>
  );
}

function SelectBox({ label, selected, onToggle }: { label: string; selected: boolean; onToggle: () => void }) {
  return (
    <span
      className={cn(
        'absolute inset-y-0 right-0 left-0.5 z-1 flex items-center justify-center bg-inherit touch:hidden',
        selected
          ? 'bg-accent-soft'
          : 'bg-surface opacity-0 group-hover/row:bg-bg group-hover/row:has-[:hover]:opacity-100 has-focus-visible:opacity-100',
      )}
    >
      <Checkbox checked={selected} onChange={onToggle} aria-label={`Select ${label}`} tabIndex={-1} />
    </span>
  );
}

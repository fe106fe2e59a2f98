'use client';

import { Columns3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheckItem, MenuHeading } from '@/components/ui/menu';
import type { DataColumn } from './data-column';

export type ColumnsMenuProps<Row> = {
  columns: readonly DataColumn<Row>[];
  /** The ids taken out; keep them in the URL or a saved view. */
  hidden: readonly string[];
  onHiddenChange: (hidden: string[]) => void;
};

export function ColumnsMenu<Row>({ columns, hidden, onHiddenChange }: ColumnsMenuProps<Row>) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon={Columns3}>
          Columns
        </Button>
      }
    >
      <MenuHeading>Columns</MenuHeading>
      {columns
        .filter((column) => !column.fixed)
        .map((column) => (
          <MenuCheckItem
            key={column.id}
            label={column.header || (column.headerHint ?? column.id)}
            checked={!hidden.includes(column.id)}
            onChange={(shown) =>
              onHiddenChange(shown ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])
            }
          />
        ))}
    </Menu>
  );
}

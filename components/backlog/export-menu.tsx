'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import { downloadView, exportFormats } from './export-format';

type ExportMenuProps = { workspace: string; viewQuery: string; count: number; className?: string };

/** The view as a file, in the order and with the filters that are on screen. */
export function ExportMenu({ workspace, viewQuery, count, className }: ExportMenuProps) {
  return (
    <Menu
      align="end"
      className="w-94"
      trigger={
        <Button variant="ghost" icon={Download} className={className}>
          Export
        </Button>
      }
    >
      <MenuHeading aside={`${count} ${count === 1 ? 'debt' : 'debts'}`}>Export this view</MenuHeading>
      {exportFormats.map(({ format, ...item }) => (
        <MenuItem key={format} {...item} onSelect={() => downloadView(workspace, viewQuery, format)} />
      ))}
    </Menu>
  );
}

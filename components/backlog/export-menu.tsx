'use client';

import { Braces, Download, FileSpreadsheet, FileText, type LucideIcon, Table } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import type { ExportFormat } from '@/server/modules/backlog/contract';

const formats: { format: ExportFormat; icon: LucideIcon; label: string; description: string }[] = [
  {
    format: 'md',
    icon: FileText,
    label: 'Document (Markdown)',
    description: 'Ranked table, explicit decisions and method, for a meeting',
  },
  {
    format: 'xlsx',
    icon: FileSpreadsheet,
    label: 'Workbook (XLSX)',
    description: 'Typed numbers and dates, and how they came about',
  },
  { format: 'csv', icon: Table, label: 'Table (CSV)', description: 'Every field; can be imported again' },
  { format: 'json', icon: Braces, label: 'Data (JSON)', description: 'Every field, for programs' },
];

type ExportMenuProps = { workspace: string; viewQuery: string; count: number; className?: string };

/** The view as a file, in the order and with the filters that are on screen. */
export function ExportMenu({ workspace, viewQuery, count, className }: ExportMenuProps) {
  const download = (format: ExportFormat) => {
    // The answer is an attachment: the page stays where it is.
    window.location.assign(`/w/${workspace}/backlog/export?format=${format}${viewQuery ? `&${viewQuery}` : ''}`);
  };
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
      {formats.map(({ format, ...item }) => (
        <MenuItem key={format} {...item} onSelect={() => download(format)} />
      ))}
    </Menu>
  );
}

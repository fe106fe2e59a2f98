import { Braces, FileSpreadsheet, FileText, type LucideIcon, Table } from 'lucide-react';
import type { ExportFormat } from '@/server/modules/backlog/contract';

/** The files a view can be had as, the one for a meeting first. */
export const exportFormats: { format: ExportFormat; icon: LucideIcon; label: string; description: string }[] = [
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

/** Downloads a view. The answer is an attachment: the page stays where it is. */
export function downloadView(workspace: string, viewQuery: string, format: ExportFormat): void {
  window.location.assign(`/w/${workspace}/backlog/export?format=${format}${viewQuery ? `&${viewQuery}` : ''}`);
}

import { guardCell } from '@/server/domain/export/cell-guard';
import type { Finding } from '@/server/modules/debt-import/contract';

const header = ['Row', 'Column', 'Severity', 'Finding', 'Expected', 'Code'];
const severities: Record<Finding['severity'], string> = {
  error: 'Error',
  warning: 'Worth a look',
  info: 'For the record',
};

function cell(text: string): string {
  const guarded = guardCell(text);
  return /["\r\n,]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Findings as CSV that a spreadsheet opens as UTF-8 and runs nothing of. */
export function findingCsv(findings: readonly Finding[]): string {
  const lines = findings.map(({ row, column, severity, message, suggestion, code }) =>
    [row === null ? 'file' : String(row), column ?? '', severities[severity], message, suggestion, code]
      .map(cell)
      .join(','),
  );
  return `\uFEFF${[header.join(','), ...lines].join('\r\n')}\r\n`;
}

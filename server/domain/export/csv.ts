import { guardCell } from '@/server/domain/export/cell-guard';
import { type ExportColumn, exportColumns } from '@/server/domain/export/export-column';
import type { ExportRow } from '@/server/domain/export/export-document';

export const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

function quoted(text: string): string {
  return /["\r\n,;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cell(column: ExportColumn, row: ExportRow): string {
  if (column.kind === 'number') {
    const value = column.value(row);
    if (value === null) return '';
    return column.decimals === undefined ? String(value) : value.toFixed(column.decimals);
  }
  return quoted(guardCell(column.value(row) ?? ''));
}

/** The first line: byte order mark (spreadsheets then read UTF-8), the 25 headers, CRLF. */
export function csvHeader(): string {
  return `${byteOrderMark}${exportColumns.map((column) => quoted(column.header)).join(',')}${lineEnd}`;
}

/** One debt as an RFC 4180 record with its CRLF; cells of several lines are quoted, formulas are guarded. */
export function csvRecord(row: ExportRow): string {
  return `${exportColumns.map((column) => cell(column, row)).join(',')}${lineEnd}`;
}

/** The whole file piece by piece, header first, so that no string has to hold it all. */
export function* csvPieces(rows: Iterable<ExportRow>): Generator<string, void, undefined> {
  yield csvHeader();
  for (const row of rows) yield csvRecord(row);
}

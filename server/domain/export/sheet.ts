import { guardCell } from '@/server/domain/export/cell-guard';
import { type ExportColumn, exportColumns } from '@/server/domain/export/export-column';
import { documentDay, type ExportDocument, type ExportRow } from '@/server/domain/export/export-document';
import { methodOf } from '@/server/domain/export/method';
import { summarise } from '@/server/domain/export/summary';
import { dayToDate } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';

/** A cell with its type; text is typed as text, so a spreadsheet never reads it as a formula. */
export type SheetCell =
  | { type: StringConstructor; value: string; format: '@'; fontWeight?: 'bold'; wrap?: boolean; alignVertical?: 'top' }
  | { type: NumberConstructor; value: number; format: string; alignVertical?: 'top' }
  | { type: DateConstructor; value: Date; format: 'yyyy-mm-dd'; alignVertical?: 'top' }
  | null;

/** One sheet of the workbook. Widths are in characters. */
export interface WorkbookSheet {
  sheet: string;
  columns: { width: number }[];
  stickyRowsCount?: number;
  data: SheetCell[][];
}

/** Excel refuses a file with a longer cell. */
export const longestCell = 32_767;
const cutNote = ' … [cut here, the whole text is in the CSV and JSON exports]';

// What XML 1.0 cannot carry, and halves of surrogate pairs: one of them makes the file unreadable.
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function fitting(text: string): string {
  if (text.length <= longestCell) return text;
  const kept = text.slice(0, longestCell - cutNote.length);
  // A pair of surrogates that the cut went through loses its first half too.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}${cutNote}`;
}

/** Text as the file format carries it: line feeds only, and no accidental `_x0041_`, which would be read as "A". */
function carried(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(notInXml, ' ')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function textCell(text: string, style: { fontWeight?: 'bold'; wrap?: boolean } = {}): SheetCell {
  return text === '' ? null : { type: String, value: fitting(guardCell(carried(text))), format: '@', ...style };
}

function cell(column: ExportColumn, row: ExportRow): SheetCell {
  if (column.kind === 'number') {
    const value = column.value(row);
    const format = column.decimals === undefined ? 'General' : `0.${'0'.repeat(column.decimals)}`;
    return value === null ? null : { type: Number, value, format };
  }
  const value = column.value(row);
  if (column.kind === 'text') return textCell(value ?? '');
  return value === null ? null : { type: Date, value: dayToDate(value), format: 'yyyy-mm-dd' };
}

function bold(text: string): SheetCell {
  return textCell(text, { fontWeight: 'bold' });
}

function wrapped(text: string): SheetCell {
  return textCell(text, { wrap: true });
}

/** The sheet of debts with nothing but its header row; `debtCells` are the rows that follow. */
export function debtSheetHead(): WorkbookSheet {
  return {
    sheet: 'Debts',
    columns: exportColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [exportColumns.map(({ header }) => bold(header))],
  };
}

/** One debt as a row of cells. */
export function debtCells(row: ExportRow): SheetCell[] {
  return exportColumns.map((column) => cell(column, row));
}

function debtSheet(document: ExportDocument): WorkbookSheet {
  const head = debtSheetHead();
  return { ...head, data: [...head.data, ...document.rows.map(debtCells)] };
}

/** The sheet that says how the figures came about. It reads no descriptions. */
export function methodSheet(document: ExportDocument): WorkbookSheet {
  const { formula, factors, notes } = methodOf(document.floor);
  const { figures } = summarise(document);
  return {
    sheet: 'Method',
    columns: [{ width: 28 }, ...Array.from({ length: 5 }, () => ({ width: 34 }))],
    data: [
      [bold('Technical debt of'), textCell(document.workspaceName)],
      [bold('Made on'), textCell(`${dayText(documentDay(document))}, ${document.generatedAt.slice(11, 16)} UTC`)],
      [bold('View'), textCell(document.filterSentence)],
      [bold('Model'), textCell(`${document.model.name}, version ${document.model.version}`)],
      ...figures.map(({ label, text }) => [bold(label), textCell(text)]),
      [],
      [bold('Formula'), textCell(formula)],
      [],
      [bold('Factor'), ...[1, 2, 3, 4, 5].map((level) => bold(String(level)))],
      ...factors.map(({ label, hint, levels }) => [
        wrapped(`${label} (${hint.toLowerCase()})`),
        ...levels.map(({ sentence }) => wrapped(sentence)),
      ]),
      [],
      ...notes.map(({ title, text }) => [bold(title), textCell(text)]),
    ],
  };
}

/** The workbook: the debts with typed numbers and dates, and a sheet that says how the figures came about. */
export function workbookSheets(document: ExportDocument): WorkbookSheet[] {
  return [debtSheet(document), methodSheet(document)];
}

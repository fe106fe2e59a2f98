import { CsvError, parse } from 'csv-parse/sync';
import type { Finding } from '@/server/domain/importing/finding';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';
import { type Delimiter, sniffDelimiter } from '@/server/domain/importing/sniff-delimiter';

export interface CsvRow {
  /** Data row, from 1, empty rows counted, so that it stays one less than a spreadsheet's row number. */
  row: number;
  /** Physical line the row starts on, from 1. */
  line: number;
  /** Cells by position, as many as the file has. Never an object: repeated headers are real. */
  cells: string[];
}

export interface ParsedCsv {
  delimiter: Delimiter;
  header: string[];
  rows: CsvRow[];
  findings: Finding[];
}

const QUOTE_REPAIRS = 3;

/**
 * Text to header and rows by position. Accepts CRLF, LF and CR, multi-line cells, quotes inside unquoted cells, rows
 * of any length. Throws `ImportRefusal`: tooManyRows (counted before parsing), tooManyColumns, noHeader,
 * unclosedQuote.
 */
export function parseCsv(text: string): ParsedCsv {
  const { delimiter, skipFirstLine } = sniffDelimiter(text);
  const records = countRecords(text);
  // Twice the limit is left to blank lines here; the exact limit is applied to the rows that hold something.
  if (records > IMPORT_LIMIT.rows * 2) refuseRows(records - 1);
  const findings: Finding[] = [];
  const all = readRecords(text, delimiter, findings);
  if (skipFirstLine) all.shift();
  const headerIndex = all.findIndex((record) => record.cells.some((cell) => cell.trim() !== ''));
  const headerRecord = all[headerIndex];
  if (!headerRecord) {
    throw new ImportRefusal({
      code: 'noHeader',
      message: 'The file has no header line.',
      suggestion: 'The first line names the columns, for example Title,Impact,Likelihood.',
    });
  }
  const rows = keepRows(all, headerIndex, findings);
  const header = trimHeader(headerRecord.cells, rows);
  refuseColumns(header.length);
  reportShape(header, rows, findings);
  return { delimiter, header, rows, findings };
}

/** Records outside quotes, cheap enough to run before the parser is allowed to build anything. */
export function countRecords(text: string): number {
  let count = 0;
  let quoted = false;
  let filled = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) {
      if (filled) count += 1;
      filled = false;
      continue;
    } else if (code === 13) continue;
    filled = true;
  }
  return filled ? count + 1 : count;
}

function refuseRows(actual: number): never {
  throw new ImportRefusal({
    code: 'tooManyRows',
    message: `The file has ${actual.toLocaleString('en-US')} rows; an import takes at most ${IMPORT_LIMIT.rows.toLocaleString('en-US')}.`,
    suggestion: 'Split the file, for example by project; importing several files gives the same result.',
    limit: IMPORT_LIMIT.rows,
    actual,
  });
}

function refuseColumns(actual: number): void {
  if (actual <= IMPORT_LIMIT.columns) return;
  throw new ImportRefusal({
    code: 'tooManyColumns',
    message: `The file has ${actual.toLocaleString('en-US')} columns; an import takes at most ${IMPORT_LIMIT.columns.toLocaleString('en-US')}.`,
    suggestion: 'Export only the columns that are needed.',
    limit: IMPORT_LIMIT.columns,
    actual,
  });
}

interface RawRecord {
  line: number;
  cells: string[];
}

function readRecords(text: string, delimiter: Delimiter, findings: Finding[]): RawRecord[] {
  const records: RawRecord[] = [];
  // Cells padded around their quotes (`a, "b, c"`) need trimming to be seen as quoted; a tab is itself a delimiter.
  const padded = delimiter !== '\t' && (text.includes(`${delimiter} "`) || text.includes(`" ${delimiter}`));
  const lineEnds = text.includes('\n') ? ['\r\n', '\n'] : ['\r'];
  let bytes = new TextEncoder().encode(text);
  let linesBefore = 0;
  const share = createSharing();
  for (let repairs = 0; ; repairs += 1) {
    const failure = parseInto(records, bytes, { delimiter, padded, lineEnds, linesBefore, share });
    if (!failure) return records;
    if (repairs === QUOTE_REPAIRS) refuseQuote(failure.line);
    const rest = bytes.subarray(failure.bytes);
    const { cells, length } = splitFirstLine(rest, delimiter);
    records.push({ line: failure.line, cells });
    findings.push({
      row: records.length - 1,
      column: null,
      code: 'loneQuote',
      severity: 'warning',
      message: `Line ${failure.line} opens a quote that is never closed.`,
      suggestion: 'The line was read with the quote as an ordinary character. Compare it with the source.',
    });
    linesBefore = failure.line;
    bytes = rest.subarray(length);
  }
}

function refuseQuote(line: number): never {
  throw new ImportRefusal({
    code: 'unclosedQuote',
    message: `Line ${line} opens a quote that is never closed, and so do earlier lines.`,
    suggestion: 'Double every quote inside a quoted cell, or export the file again.',
  });
}

interface ParseOptions {
  delimiter: Delimiter;
  padded: boolean;
  lineEnds: string[];
  linesBefore: number;
  share: (cells: string[]) => string[];
}

const SHARED_VALUES = 20_000;
const SHARED_CHARACTERS = 24;

/** A tracker repeats its statuses, names and empty cells in every row; one string for all of them saves most memory. */
function createSharing(): (cells: string[]) => string[] {
  const shared = new Map<string, string>();
  const share = (value: string): string => {
    if (value.length > SHARED_CHARACTERS) return value;
    const found = shared.get(value);
    if (found !== undefined) return found;
    if (shared.size < SHARED_VALUES) shared.set(value, value);
    return value;
  };
  return (cells) => cells.map(share);
}

/** Parses up to the first quote that is never closed; returns where that record starts, or null at the end. */
function parseInto(
  records: RawRecord[],
  bytes: Uint8Array,
  options: ParseOptions,
): { bytes: number; line: number } | null {
  let line = options.linesBefore + 1;
  let end = 0;
  try {
    parse(bytes, {
      delimiter: options.delimiter,
      record_delimiter: options.lineEnds,
      relax_quotes: true,
      relax_column_count: true,
      trim: options.padded,
      on_record: (cells: string[], info) => {
        records.push({ line, cells: options.share(cells) });
        end = info.bytes;
        line = options.linesBefore + info.lines + 1;
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { bytes: end, line };
    throw error;
  }
}

function splitFirstLine(bytes: Uint8Array, delimiter: Delimiter): { cells: string[]; length: number } {
  const newline = bytes.indexOf(10);
  const length = newline === -1 ? bytes.length : newline + 1;
  const text = new TextDecoder().decode(bytes.subarray(0, length)).replace(/\r?\n$/, '');
  return { cells: text.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1')), length };
}

function keepRows(all: RawRecord[], headerIndex: number, findings: Finding[]): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let index = headerIndex + 1; index < all.length; index += 1) {
    const record = all[index];
    if (!record) continue;
    const row = index - headerIndex;
    if (record.cells.some((cell) => cell.trim() !== '')) rows.push({ row, line: record.line, cells: record.cells });
    else if (index < all.length - 1) {
      findings.push({
        row,
        column: null,
        code: 'emptyRow',
        severity: 'info',
        message: 'The row is empty.',
        suggestion: 'It was passed over.',
      });
    }
  }
  if (rows.length > IMPORT_LIMIT.rows) refuseRows(rows.length);
  return rows;
}

/** Drops trailing header cells that have neither a name nor a value: spreadsheets leave them behind. */
function trimHeader(cells: string[], rows: CsvRow[]): string[] {
  const header = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  let length = header.length;
  while (length > 1 && header[length - 1] === '' && !rows.some((row) => (row.cells[length - 1] ?? '') !== '')) {
    length -= 1;
  }
  return header.slice(0, length);
}

function reportShape(header: string[], rows: CsvRow[], findings: Finding[]): void {
  header.forEach((name, index) => {
    if (name !== '') return;
    findings.push({
      row: null,
      column: `Column ${index + 1}`,
      code: 'emptyHeader',
      severity: 'info',
      message: `Column ${index + 1} has no name in the header.`,
      suggestion: 'Its values are kept with each row. Name it to map it.',
    });
  });
  for (const { row, cells } of rows) {
    if (cells.length < header.length) {
      findings.push({
        row,
        column: null,
        code: 'missingCells',
        severity: 'info',
        message: `The row has ${cells.length} cells; the header names ${header.length}.`,
        suggestion: 'The missing cells count as empty.',
      });
    } else if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      findings.push({
        row,
        column: null,
        code: 'extraCells',
        severity: 'warning',
        message: `The row has ${cells.length} cells; the header names ${header.length}.`,
        suggestion: 'The cells beyond the header are kept with the original row. A quote or delimiter may be astray.',
      });
    }
  }
}

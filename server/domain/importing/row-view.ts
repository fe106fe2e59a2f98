import type { ImportContext } from '@/server/domain/importing/debt-draft';
import type { FindingCode, FindingLog, FindingSeverity } from '@/server/domain/importing/finding';
import { type DateField, IMPORT_FIELD_LABEL, type ImportField } from '@/server/domain/importing/import-field';
import type { DayOrder } from '@/server/domain/importing/parse-date';
import type { Recognition } from '@/server/domain/importing/recognise';
import type { NameIndex } from '@/server/domain/importing/resolve-name';
import type { ZoneClock } from '@/server/domain/importing/time-zone';

/** Everything a cell reader needs to know about the file; made once, shared by all rows. */
export interface RowReader {
  recognition: Recognition;
  context: ImportContext;
  nowMs: number;
  clock: ZoneClock;
  names: NameIndex;
  log: FindingLog;
  dayOrders: Partial<Record<DateField, DayOrder>>;
  columns: Partial<Record<ImportField, { column: string; positions: number[] }[]>>;
  /** Fields of one value that several positions feed. */
  repeated: ImportField[];
  /** Columns that become nothing but are read for findings. */
  aside: { updated: number[]; issueType: number[]; parent: number[] };
  today: string;
}

/** One cell's finding, with the row and column filled in. */
export interface RowNote {
  severity: FindingSeverity;
  code: FindingCode;
  field: ImportField | null;
  message: string;
  suggestion: string;
  subject?: string;
}

/** A row under reading: its cells by field, and where its findings go. */
export interface RowView {
  row: number;
  reader: RowReader;
  /** First value among the columns of a field, with an export's guard apostrophe taken back; '' when none. */
  value(field: ImportField): string;
  /** Every value of a field that several columns feed, in file order. */
  values(field: ImportField): string[];
  has(field: ImportField): boolean;
  aside(name: keyof RowReader['aside']): string;
  note(note: RowNote): void;
}

/** Makes the view of one row; cheap, as it is made for every row. */
export function createView(row: number, cells: readonly string[], reader: RowReader): RowView {
  const columnName = (field: ImportField | null): string | null =>
    field === null ? null : (reader.columns[field]?.[0]?.column ?? IMPORT_FIELD_LABEL[field]);
  const values = (field: ImportField): string[] =>
    (reader.columns[field] ?? []).flatMap(({ positions }) =>
      positions.map((position) => cells[position] ?? '').filter((value) => value.trim() !== ''),
    );
  return {
    row,
    reader,
    values,
    value: (field) => values(field)[0] ?? '',
    has: (field) => reader.columns[field] !== undefined,
    aside: (name) =>
      reader.aside[name].map((position) => cells[position]?.trim() ?? '').find((value) => value !== '') ?? '',
    note({ severity, code, field, message, suggestion, subject }) {
      reader.log.add({ row, column: columnName(field), code, severity, message, suggestion }, subject);
    },
  };
}

import { knownName } from '@/server/domain/importing/column-alias';
import type { ColumnMapping } from '@/server/domain/importing/column-mapping';
import { hashText } from '@/server/domain/importing/content-hash';
import type { DebtDraft, ImportContext } from '@/server/domain/importing/debt-draft';
import type { FindingLog } from '@/server/domain/importing/finding';
import { DATE_FIELDS, IMPORT_FIELD_LABEL, MULTIPLE_FIELDS } from '@/server/domain/importing/import-field';
import type { CsvRow, ParsedCsv } from '@/server/domain/importing/parse-csv';
import { inferDayOrder, parseDate } from '@/server/domain/importing/parse-date';
import { readClosing } from '@/server/domain/importing/read-closing';
import { readDates } from '@/server/domain/importing/read-dates';
import { readFigures } from '@/server/domain/importing/read-figures';
import { readNames } from '@/server/domain/importing/read-names';
import { readTexts } from '@/server/domain/importing/read-texts';
import type { Recognition } from '@/server/domain/importing/recognise';
import { createNameIndex } from '@/server/domain/importing/resolve-name';
import { createView, type RowReader, type RowView } from '@/server/domain/importing/row-view';
import { createZoneClock } from '@/server/domain/importing/time-zone';

/**
 * Reads rows one at a time into drafts; findings go to `log`. Linear, and holds nothing of a row but what the draft
 * holds. The mapping must be final: proposed, then chosen over.
 */
export function* readRows(
  parsed: ParsedCsv,
  mapping: readonly ColumnMapping[],
  recognition: Recognition,
  context: ImportContext,
  log: FindingLog,
): Generator<DebtDraft> {
  const reader = createRowReader(parsed, mapping, recognition, context, log);
  for (const row of parsed.rows) yield readRow(row, reader);
}

function createRowReader(
  parsed: ParsedCsv,
  mapping: readonly ColumnMapping[],
  recognition: Recognition,
  context: ImportContext,
  log: FindingLog,
): RowReader {
  const columns: RowReader['columns'] = {};
  for (const { field, column, positions } of mapping) {
    if (field === null) continue;
    columns[field] = [...(columns[field] ?? []), { column, positions }];
  }
  const positionsOf = (concept: string): number[] =>
    parsed.header.flatMap((name, position) => (knownName(name)?.concept === concept ? [position] : []));
  const clock = createZoneClock(context.timeZone ?? 'UTC');
  const nowMs = Date.parse(context.now);
  const aside = { updated: positionsOf('updated'), issueType: positionsOf('issueType'), parent: positionsOf('parent') };
  const names = createNameIndex(context);
  const repeated = mapping.flatMap(({ field, positions }) =>
    field !== null && positions.length > 1 && !MULTIPLE_FIELDS.has(field) ? [field] : [],
  );
  const today = clock.dayOf(nowMs);
  const reader = { recognition, context, nowMs, clock, names, log, dayOrders: {}, columns, repeated, aside, today };
  inferOrders(parsed.rows, reader);
  if (context.timeZone === null) askForZone(parsed.rows, reader);
  return reader;
}

function* cellsOf(rows: readonly CsvRow[], positions: readonly number[]): Generator<string> {
  for (const { cells } of rows) {
    for (const position of positions) {
      const value = cells[position];
      if (value !== undefined && value !== '') yield value;
    }
  }
}

/** Day or month first is decided per column, never per cell: one file writes its dates one way. */
function inferOrders(rows: readonly CsvRow[], reader: RowReader): void {
  for (const field of DATE_FIELDS) {
    for (const { column, positions } of reader.columns[field] ?? []) {
      const evidence = inferDayOrder(cellsOf(rows, positions));
      reader.dayOrders[field] = evidence === 'monthFirst' ? 'monthFirst' : 'dayFirst';
      if (evidence === 'ambiguous') {
        reader.log.add({
          row: null,
          column,
          code: 'ambiguousDate',
          severity: 'warning',
          message: `No date in “${column}” says whether the day or the month comes first.`,
          suggestion: 'They were read day first. Write them as 2026-11-03 if that is wrong.',
        });
      } else if (evidence === 'mixed') {
        reader.log.add({
          row: null,
          column,
          code: 'mixedDateOrder',
          severity: 'warning',
          message: `Some dates in “${column}” have the day first, others the month.`,
          suggestion: 'Dates that leave it open were read day first. Write them as 2026-11-03 to be sure.',
        });
      }
    }
  }
}

/** A day is taken as written; only the instant behind a time of day waits for the zone. */
function askForZone(rows: readonly CsvRow[], reader: RowReader): void {
  for (const field of ['incurredOn', 'createdAt', 'closedOn'] as const) {
    for (const { column, positions } of reader.columns[field] ?? []) {
      for (const value of cellsOf(rows, positions)) {
        const date = parseDate(value, reader.dayOrders[field] ?? 'dayFirst');
        if (!date?.time || date.offsetMinutes !== null) continue;
        reader.log.add({
          row: null,
          column,
          code: 'timeZoneNeeded',
          severity: 'warning',
          message: `The times in “${column}” name no time zone: ${value.trim()}.`,
          suggestion: 'They were read as UTC. Choose the zone the export was made in.',
        });
        break;
      }
    }
  }
}

function readRow({ row, line, cells }: CsvRow, reader: RowReader): DebtDraft {
  const view = createView(row, cells, reader);
  noteRepeats(view);
  const texts = readTexts(view);
  const names = readNames(view);
  const figures = readFigures(view);
  const dates = readDates(view);
  const closing = readClosing(view);
  const meaning = { ...texts, ...closing, ...figures, ...names, ...dates };
  // The instant of creation is not written, and it depends on who imports: in another zone the row is still the same.
  const { createdAt: _, ...written } = meaning;
  const contentHash = hashText(JSON.stringify(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1))));
  return { row, line, ...meaning, contentHash, cells };
}

function noteRepeats(view: RowView): void {
  for (const field of view.reader.repeated) {
    const values = new Set(view.values(field));
    if (values.size < 2) continue;
    view.note({
      severity: 'info',
      code: 'severalValues',
      field,
      message: `${IMPORT_FIELD_LABEL[field]} has ${values.size} different values.`,
      suggestion: 'Expected one. The first is used; the original row keeps all.',
      subject: field,
    });
  }
}

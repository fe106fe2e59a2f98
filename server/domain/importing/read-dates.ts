import { quoted, removeGuard } from '@/server/domain/importing/clean-text';
import type { DebtDraft } from '@/server/domain/importing/debt-draft';
import { type DateField, IMPORT_FIELD_LABEL } from '@/server/domain/importing/import-field';
import { parseDate, type WrittenDate } from '@/server/domain/importing/parse-date';
import type { RowView } from '@/server/domain/importing/row-view';
import { writtenDay } from '@/server/domain/importing/time-zone';

type Dates = Pick<DebtDraft, 'incurredOn' | 'createdAt' | 'closedOn' | 'revisitOn' | 'acceptedUntil' | 'scoredOn'>;

/** Days and the creation instant of a row. Unreadable dates, and past events dated in the future, are left unset. */
export function readDates(view: RowView): Dates {
  const incurred = readPast(view, 'incurredOn');
  const instantField = view.has('createdAt') ? 'createdAt' : 'incurredOn';
  const instantSource = instantField === 'createdAt' ? readPast(view, 'createdAt') : incurred;
  const closed = readPast(view, 'closedOn');
  noteOrder(view, instantField);
  return {
    incurredOn: incurred && dayOf(view, incurred),
    createdAt: instantSource?.time ? new Date(view.reader.clock.instantOf(instantSource)).toISOString() : null,
    closedOn: closed && dayOf(view, closed),
    revisitOn: readDay(view, 'revisitOn'),
    acceptedUntil: readDay(view, 'acceptedUntil'),
    scoredOn: readDay(view, 'scoredOn'),
  };
}

/** A time with an offset is an instant, so its day depends on the zone; any other date is the day it says. */
function dayOf(view: RowView, date: WrittenDate): string {
  if (date.time === null || date.offsetMinutes === null) return writtenDay(date);
  return view.reader.clock.dayOf(view.reader.clock.instantOf(date));
}

function readDay(view: RowView, field: DateField): string | null {
  const date = readWritten(view, field);
  return date && dayOf(view, date);
}

function readWritten(view: RowView, field: DateField): WrittenDate | null {
  const text = removeGuard(view.value(field)).trim();
  if (text === '') return null;
  const date = parseDate(text, view.reader.dayOrders[field] ?? 'dayFirst');
  if (!date) {
    view.note({
      severity: 'warning',
      code: 'dateInvalid',
      field,
      message: `${IMPORT_FIELD_LABEL[field]} is ${quoted(text)}, which is no date.`,
      suggestion: `Expected a date such as 2026-11-03. ${IMPORT_FIELD_LABEL[field]} stays unset.`,
      subject: text,
    });
  }
  return date;
}

function readPast(view: RowView, field: 'incurredOn' | 'createdAt' | 'closedOn'): WrittenDate | null {
  const date = readWritten(view, field);
  if (!date) return null;
  const future =
    date.time === null ? writtenDay(date) > view.reader.today : view.reader.clock.instantOf(date) > view.reader.nowMs;
  if (!future) return date;
  view.note({
    severity: 'warning',
    code: 'dateInFuture',
    field,
    message: `${field === 'closedOn' ? 'Closed' : 'Created'} after today: ${view.value(field).trim()}`,
    suggestion: `Expected a past date. ${IMPORT_FIELD_LABEL[field]} stays unset.`,
  });
  return null;
}

function noteOrder(view: RowView, createdField: 'createdAt' | 'incurredOn'): void {
  const text = view.aside('updated');
  if (text === '') return;
  const order = view.reader.dayOrders[createdField] ?? 'dayFirst';
  const created = parseDate(view.value(createdField), order);
  const updated = parseDate(text, order);
  if (!created || !updated || view.reader.clock.instantOf(updated) >= view.reader.clock.instantOf(created)) return;
  view.note({
    severity: 'info',
    code: 'updatedBeforeCreated',
    field: null,
    message: 'Updated is earlier than created.',
    suggestion: 'Expected the reverse. Updated is not used.',
  });
}

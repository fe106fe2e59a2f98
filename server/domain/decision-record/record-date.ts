import { decodeEntities, dropComments, dropEmphasis } from '@/server/domain/decision-record/record-text';
import { type DayOrder, inferDayOrder, type OrderEvidence, parseDate } from '@/server/domain/importing/parse-date';

export interface DateReading {
  /** `YYYY-MM-DD`, null when it cannot be told. */
  date: string | null;
  /** `ambiguous`: day and month could be either; `repaired`: one of several dates was taken. */
  how: 'plain' | 'ambiguous' | 'repaired' | 'unreadable';
}

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})(?!\d)/;

/** A date as a file has it, without comments, entities and emphasis. */
export function cleanDate(raw: string): string {
  return dropEmphasis(decodeEntities(dropComments(raw)))
    .replace(/^["'<[{(]|[\]})>"']$/g, '')
    .trim();
}

function isOpen(text: string): boolean {
  const match = NUMERIC.exec(text);
  if (!match) return false;
  const [a, b] = [Number(match[1]), Number(match[2])];
  return a <= 12 && b <= 12 && a !== b;
}

function parse(text: string, order: DayOrder | null): DateReading | null {
  const parsed = parseDate(text, order ?? 'dayFirst');
  if (!parsed) return null;
  if (order === null && isOpen(text)) return { date: null, how: 'ambiguous' };
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: `${parsed.year}-${two(parsed.month)}-${two(parsed.day)}`, how: 'plain' };
}

/** Reads `2020-11-09`, `05/02/2018`, `2020-Nov-09`, `November 20, 2024`; with two dates in one field, the first. */
export function readDate(raw: string, order: DayOrder | null): DateReading {
  const text = cleanDate(raw);
  const whole = parse(text, order);
  if (whole) return whole;
  const first = text.split(/[,;(]|\s[-–—]\s|\sto\s/, 1)[0]?.trim() ?? '';
  const part = first === text ? null : parse(first, order);
  if (!part) return { date: null, how: 'unreadable' };
  return part.how === 'plain' ? { date: part.date, how: 'repaired' } : part;
}

/** What the numeric dates of one folder say, and one of them that could be read two ways. */
export function orderOf(raws: readonly string[]): { evidence: OrderEvidence; example: string } {
  const texts = raws.map(cleanDate);
  return { evidence: inferDayOrder(texts), example: texts.find(isOpen) ?? '' };
}

import { monthNumber } from '@/server/domain/importing/month-name';

export type DayOrder = 'dayFirst' | 'monthFirst';

/** A date as written: local calendar parts, the time of day if there is one, the offset from UTC if it says so. */
export interface WrittenDate {
  year: number;
  month: number;
  day: number;
  time: { hour: number; minute: number; second: number } | null;
  offsetMinutes: number | null;
}

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const CLOCK =
  /(午前|午後|오전|오후|上午|下午)?\s*\b(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?|午前|午後|오전|오후|上午|下午|vorm\.?|nachm\.?)?/i;
const OFFSET = /(?:gmt|utc)?\s*([+-]\d{2}):?(\d{2})(?:\s*\(.*\))?$|\b(?:gmt|utc|z)$/i;
const AFTERNOON = /^(p|午後|오후|下午|nachm)/i;

/**
 * Reads a date in any form the trackers write: ISO, `22/Sep/25 9:26 AM` with month names of ten languages,
 * `22.09.2025`, `Sep 22, 2025`, `2025年9月22日`, `Wed May 13 2026 11:21:41 GMT+0000`. `order` decides only where both
 * numbers could be the month. Null when it is no date or no day of the calendar.
 */
export function parseDate(text: string, order: DayOrder): WrittenDate | null {
  const trimmed = text.normalize('NFKC').trim();
  if (trimmed === '' || trimmed.length > 80) return null;
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    const time = hour === undefined ? null : { hour: +hour, minute: Number(minute), second: Number(second ?? 0) };
    return checked({
      year: Number(year),
      month: Number(month),
      day: Number(day),
      time,
      offsetMinutes: offsetOf(offset),
    });
  }
  return parseLoose(trimmed, order);
}

function parseLoose(text: string, order: DayOrder): WrittenDate | null {
  const clock = CLOCK.exec(text);
  const time = clock ? readClock(clock) : null;
  if (clock && !time) return null;
  const afterClock = clock ? text.slice(clock.index + clock[0].length) : '';
  const offset = clock ? OFFSET.exec(afterClock.trim()) : null;
  const offsetMinutes = offset ? (offset[1] ? offsetOf(`${offset[1]}${offset[2]}`) : 0) : null;
  const rest = offset ? afterClock.slice(0, afterClock.indexOf(offset[0])) : afterClock;
  const parts = readParts(clock ? `${text.slice(0, clock.index)} ${rest}` : text, order);
  return parts && checked({ ...parts, time, offsetMinutes });
}

function readClock(match: RegExpExecArray): WrittenDate['time'] {
  const marker = match[1] ?? match[5] ?? '';
  const hour = Number(match[2]);
  const time = { hour, minute: Number(match[3]), second: Number(match[4] ?? 0) };
  if (marker === '') return time;
  if (hour > 12) return AFTERNOON.test(marker) ? time : null;
  return { ...time, hour: (hour % 12) + (AFTERNOON.test(marker) ? 12 : 0) };
}

function readParts(text: string, order: DayOrder): Pick<WrittenDate, 'year' | 'month' | 'day'> | null {
  // `22/9月/25` marks the month only; `2025年9月22日` marks all three and is already in order.
  const east = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/u.exec(text.trim());
  if (east) return { year: Number(east[1]), month: Number(east[2]), day: Number(east[3]) };
  const tokens = text.split(/[\s/.,;\-年日년일]+/u).filter((token) => token !== '');
  const numbers: string[] = [];
  let month: number | null = null;
  let wordsPassedOver = 0;
  for (const token of tokens) {
    const marked = /^(\d{1,2})[月월]$/u.exec(token);
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?$|^(\d{4})$/i.exec(token);
    if (marked) month = Number(marked[1]);
    else if (ordinal) numbers.push(ordinal[1] ?? ordinal[2] ?? '');
    else if (/\d/.test(token)) return null;
    else if (month === null && monthNumber(token) !== null) month = monthNumber(token);
    else wordsPassedOver += 1;
  }
  // A weekday and a "de" or two are part of a date; a sentence that happens to hold numbers is not one.
  if (wordsPassedOver > 3) return null;
  return month === null ? fromThreeNumbers(numbers, order) : fromDayAndYear(numbers, month);
}

function fromDayAndYear(numbers: string[], month: number): Pick<WrittenDate, 'year' | 'month' | 'day'> | null {
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return null;
  return first.length === 4
    ? { year: Number(first), month, day: Number(second) }
    : { year: fullYear(second), month, day: Number(first) };
}

function fromThreeNumbers(numbers: string[], order: DayOrder): Pick<WrittenDate, 'year' | 'month' | 'day'> | null {
  const [first, second, third] = numbers;
  if (numbers.length !== 3 || first === undefined || second === undefined || third === undefined) return null;
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third) };
  const [a, b] = [Number(first), Number(second)];
  const monthFirst = a > 12 ? false : b > 12 ? true : order === 'monthFirst';
  return { year: fullYear(third), month: monthFirst ? a : b, day: monthFirst ? b : a };
}

const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function checked(date: WrittenDate): WrittenDate | null {
  const { year, month, day, time } = date;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (time && (time.hour > 23 || time.minute > 59 || time.second > 59)) return null;
  return date;
}

/** What the numeric dates of one column say about their order; `ambiguous` when no value decides. */
export type OrderEvidence = DayOrder | 'ambiguous' | 'mixed' | 'none';

/** Looks at `22/09/25`-like values only: a value above 12 in first or second place decides for the whole column. */
export function inferDayOrder(values: Iterable<string>): OrderEvidence {
  let dayFirst = false;
  let monthFirst = false;
  let open = false;
  for (const value of values) {
    const match = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](?:\d{2}|\d{4})(?!\d)/.exec(value);
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (a > 12 && b <= 12) dayFirst = true;
    else if (b > 12 && a <= 12) monthFirst = true;
    else if (a !== b) open = true;
  }
  if (dayFirst && monthFirst) return 'mixed';
  if (dayFirst) return 'dayFirst';
  if (monthFirst) return 'monthFirst';
  return open ? 'ambiguous' : 'none';
}

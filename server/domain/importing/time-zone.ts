import type { WrittenDate } from '@/server/domain/importing/parse-date';

const QUARTER_HOUR_MS = 15 * 60 * 1000;

/** Converts between UTC instants and the wall clock of one zone; offsets are remembered, Intl is slow. */
export interface ZoneClock {
  /** UTC milliseconds of a date as written; an hour that a clock change skips counts as after the change. */
  instantOf(date: WrittenDate): number;
  /** `YYYY-MM-DD` of an instant on this zone's calendar. */
  dayOf(instantMs: number): string;
}

/** True for an IANA time zone name that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `zone` is an IANA name; throws RangeError for an unknown one. */
export function createZoneClock(zone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const remembered = new Map<number, number>();
  const offsetAt = (instantMs: number): number => {
    const bucket = Math.floor(instantMs / QUARTER_HOUR_MS);
    const known = remembered.get(bucket);
    if (known !== undefined) return known;
    const start = bucket * QUARTER_HOUR_MS;
    const parts: Record<string, number> = {};
    for (const part of format.formatToParts(start)) parts[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
    remembered.set(bucket, offset);
    return offset;
  };
  return {
    instantOf(date) {
      const local = wallMs(date);
      if (date.offsetMinutes !== null) return local - date.offsetMinutes * 60_000;
      const first = local - offsetAt(local);
      return local - offsetAt(first);
    },
    dayOf: (instantMs) => new Date(instantMs + offsetAt(instantMs)).toISOString().slice(0, 10),
  };
}

function wallMs(date: WrittenDate): number {
  const { hour, minute, second } = date.time ?? { hour: 0, minute: 0, second: 0 };
  return Date.UTC(date.year, date.month - 1, date.day, hour, minute, second);
}

/** `YYYY-MM-DD` of the day as it is written, whatever the zone. */
export function writtenDay(date: WrittenDate): string {
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).toISOString().slice(0, 10);
}

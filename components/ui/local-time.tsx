'use client';

import { useSyncExternalStore } from 'react';

/** `14:05`, `12 Nov 2026`, `12 Nov 2026, 16:20`, `Thursday 12 November`. */
export type TimeForm = 'time' | 'day' | 'day-time' | 'weekday';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const two = (count: number) => String(count).padStart(2, '0');

function partsOf(at: Date, timeZone: 'UTC' | undefined) {
  return timeZone === 'UTC'
    ? {
        weekday: weekdays[at.getUTCDay()],
        ...{ day: at.getUTCDate(), month: months[at.getUTCMonth()] ?? '', year: at.getUTCFullYear() },
        time: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
      }
    : {
        weekday: weekdays[at.getDay()],
        ...{ day: at.getDate(), month: months[at.getMonth()] ?? '', year: at.getFullYear() },
        time: `${two(at.getHours())}:${two(at.getMinutes())}`,
      };
}

/** An instant in words, in UTC or in this machine's zone. */
export function timeText(at: Date, form: TimeForm, timeZone?: 'UTC'): string {
  // Not by Intl: a page with hundreds of times would wait for as many formatters.
  const { weekday, day, month, year, time } = partsOf(at, timeZone);
  if (form === 'time') return time;
  if (form === 'weekday') return `${weekday} ${day} ${month}`;
  const date = `${day} ${month.slice(0, 3)} ${year}`;
  return form === 'day' ? date : `${date}, ${time}`;
}

function never(): () => void {
  return () => undefined;
}

/** Whether the page runs in the browser already: what depends on its clock or zone waits for that. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** An instant in the reader's own time zone; the server, which does not know it, writes it in UTC first. */
export function LocalTime({ at, form, className }: { at: Date; form: TimeForm; className?: string }) {
  const isMounted = useIsMounted();
  return (
    <time dateTime={at.toISOString()} className={className}>
      {timeText(at, form, isMounted ? undefined : 'UTC')}
    </time>
  );
}

'use client';

import { useSyncExternalStore } from 'react';

const FORMS = {
  /** 14:05 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 12 Nov 2026 */
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 12 Nov 2026, 16:20 */
  'day-time': { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** Thursday 12 November */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeForm = keyof typeof FORMS;

/** An instant in words, in the zone given or this machine's. */
export function timeText(at: Date, form: TimeForm, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...FORMS[form], timeZone })
    .format(at)
    .replace('Sept', 'Sep')
    .replace(/^(\w+day), /, '$1 ');
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

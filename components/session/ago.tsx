'use client';

import { timeText, useIsMounted } from '@/components/ui/local-time';

const minuteMs = 60_000;

/** How long ago, as a table says it: `now`, `12 min`, `3 h`, `9 d`. */
export function agoText(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / minuteMs);
  if (minutes < 5) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

/** How long until, as a table says it: `in 6 d`, `in 3 h`. */
export function untilText(at: Date, now: Date): string {
  const hours = (at.getTime() - now.getTime()) / (60 * minuteMs);
  return hours >= 48 ? `in ${Math.round(hours / 24)} d` : `in ${Math.max(1, Math.floor(hours))} h`;
}

/** How long ago something was, with the full time on hover. The server's clock is not the reader's, so it waits. */
export function Ago({ at }: { at: Date }) {
  const isMounted = useIsMounted();
  const full = timeText(at, 'day-time', isMounted ? undefined : 'UTC');
  return (
    <time dateTime={at.toISOString()} title={full} className="whitespace-nowrap tabular-nums">
      {isMounted ? agoText(at, new Date()) : timeText(at, 'day', 'UTC')}
    </time>
  );
}

/** The only place where the server reads the time. */
export function now(): Date {
  return new Date();
}

/** Today in UTC as `YYYY-MM-DD`. */
export function today(): string {
  return now().toISOString().slice(0, 10);
}

/** The instant so many milliseconds from now; negative for the past. */
export function fromNow(milliseconds: number): Date {
  return new Date(now().getTime() + milliseconds);
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const millisecondsPerDay = 86_400_000;

/** True for a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  // The parser takes 30 February for 2 March, so the day has to survive the round trip.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

function toUtc(day: string): number {
  if (!isDay(day)) throw new RangeError(`Not a YYYY-MM-DD day: ${day.slice(0, 20)}`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whole days from one plain day to another (both `YYYY-MM-DD`); negative when `to` is earlier. Throws RangeError. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / millisecondsPerDay);
}

/** The plain day a number of days later (or earlier, when negative). Throws RangeError on a malformed day. */
export function addDays(day: string, days: number): string {
  return new Date(toUtc(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A plain day as it is written in sentences: "12 Nov 2026". Independent of locale and time zone. */
export function dayText(day: string): string {
  const date = new Date(toUtc(day));
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

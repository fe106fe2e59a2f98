const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, as `YYYY-MM-DD`, from 1970 to 2200. */
export function isDay(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  const year = Number(match[1]);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text && year >= 1970 && year <= 2200;
}

/** The day as the instant of its midnight in UTC, the form in which Postgres dates are exchanged. */
export function dayToDate(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** The day of an instant in UTC. */
export function dateToDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayToDate(to).getTime() - dayToDate(from).getTime()) / 86_400_000);
}

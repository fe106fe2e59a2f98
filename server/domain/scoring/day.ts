import { dateToDay, dayToDate } from '@/server/domain/field/day';

/** The plain day a number of days later, or earlier when negative. Takes and gives `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return dateToDay(new Date(dayToDate(day).getTime() + days * 86_400_000));
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A plain day as it is written in sentences: "12 Nov 2026". Independent of locale and time zone. */
export function dayText(day: string): string {
  const date = dayToDate(day);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

import { dayText } from '@/server/domain/scoring/day';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "three" up to nine, "12" beyond: numbers inside a sentence. */
export function countWord(count: number): string {
  return small[count] ?? numberText(count);
}

/** "1,204": the same on the server and in every browser. */
export function numberText(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value);
}

/** "+2", "−1.5", with a real minus. */
export function signedNumber(value: number): string {
  return `${value < 0 ? '−' : '+'}${numberText(Math.abs(value))}`;
}

/** "1 debt", "4 debts". */
export function debtsText(count: number): string {
  return `${numberText(count)} ${count === 1 ? 'debt' : 'debts'}`;
}

/** "30 Nov", and "30 Nov 2027" in another year than today's. */
export function nearDayText(day: string, today: string): string {
  const full = dayText(day);
  return day.slice(0, 4) === today.slice(0, 4) ? full.slice(0, -5) : full;
}

/** "one more than a week ago", "as many as a week ago". */
export function weekText(before: number, now: number): string {
  if (before === now) return 'as many as a week ago';
  return `${countWord(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'} than a week ago`;
}

/** "4 things need you". */
export function needsText(count: number): string {
  if (count === 0) return 'nothing needs you';
  return count === 1 ? '1 thing needs you' : `${count} things need you`;
}

/** What waits, in words: what it is, which records, how long, and the one thing to do about it. */
export type NeedWords = { title: string; detail: string; aside: string; action: string; href: string };

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

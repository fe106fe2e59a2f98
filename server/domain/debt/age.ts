import { daysBetween } from '@/server/domain/field/day';

const daysAMonth = 30.4375;
const monthsInWords = 24;
const daysInWords = 60;

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How long a number of days is in words: days up to 60, months up to 24, then years. Negative days count as none. */
export function durationText(days: number): string {
  const whole = Math.max(0, Math.floor(days));
  if (whole < daysInWords) return counted(whole, 'day');
  const months = Math.floor(whole / daysAMonth);
  return months < monthsInWords ? counted(months, 'month') : counted(Math.floor(months / 12), 'year');
}

/** The same for tables and labels: "45 d", "18 mo", "9 y 8 mo". */
export function shortDurationText(days: number): string {
  const whole = Math.max(0, Math.floor(days));
  if (whole < daysInWords) return `${whole} d`;
  const months = Math.floor(whole / daysAMonth);
  if (months < monthsInWords) return `${months} mo`;
  return months % 12 === 0 ? `${months / 12} y` : `${Math.floor(months / 12)} y ${months % 12} mo`;
}

/** "today", "yesterday", "3 days ago", "18 months ago"; both days `YYYY-MM-DD`, `today` not before `day`. */
export function agoText(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${durationText(days)} ago`;
}

import { timeText } from '@/components/ui/local-time';
import type { ThreadRecord } from '@/server/modules/thread/contract';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** When something was said: `now`, `12 min`, `3 h`, then the day, with its year once it is another one. */
export function saidText(at: Date, now: Date): string {
  const past = now.getTime() - at.getTime();
  if (past < 2 * minuteMs) return 'now';
  if (past < hourMs) return `${Math.floor(past / minuteMs)} min`;
  if (past < 12 * hourMs) return `${Math.floor(past / hourMs)} h`;
  const day = timeText(at, 'day');
  return at.getFullYear() === now.getFullYear() ? day.replace(/ \d{4}$/, '') : day;
}

/** Whether a thread asks for nothing any more: resolved, or every word of it deleted. */
export function isOver(thread: ThreadRecord): boolean {
  return thread.resolvedAt !== null || thread.comments.every((comment) => comment.deletedAt !== null);
}

const longestQuote = 140;

/** A passage in one line, cut at a word. */
export function shortQuote(quote: string): string {
  const text = quote.replace(/\s+/gu, ' ');
  if (text.length <= longestQuote) return text;
  const cut = text.lastIndexOf(' ', longestQuote);
  return `${cut > longestQuote / 2 ? text.slice(0, cut) : [...text].slice(0, longestQuote / 2).join('')}…`;
}

/** What a thread is called where it is not seen. */
export function threadTitle(thread: ThreadRecord): string {
  const by = thread.comments[0]?.author?.name ?? 'somebody who left';
  if (!thread.anchor) return `Thread by ${by}`;
  return `Thread by ${by} on “${shortQuote(thread.anchor.quote)}”`;
}

export function openText(open: number, resolved: number): string {
  return [open > 0 ? `${open} open` : '', resolved > 0 ? `${resolved} resolved` : ''].filter(Boolean).join(', ');
}

/** The words of what was typed, lower case. */
export function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
}

/** Whether every word occurs somewhere in the text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase();
  return words.every((word) => lower.includes(word));
}

export type Part = { start: number; text: string; found: boolean };

/** The text cut at the words found in it; joined again the parts are the text. */
export function splitByWords(text: string, words: readonly string[]): Part[] {
  const lower = text.toLocaleLowerCase();
  // Some letters change their length in lower case, and the cuts would land beside the words.
  if (words.length === 0 || lower.length !== text.length) return [{ start: 0, text, found: false }];
  const parts: Part[] = [];
  let from = 0;
  while (from < text.length) {
    const next = firstWord(lower, words, from);
    if (!next) break;
    if (next.at > from) parts.push({ start: from, text: text.slice(from, next.at), found: false });
    from = next.at + next.length;
    parts.push({ start: next.at, text: text.slice(next.at, from), found: true });
  }
  if (from < text.length) parts.push({ start: from, text: text.slice(from), found: false });
  return parts;
}

function firstWord(lower: string, words: readonly string[], from: number): { at: number; length: number } | undefined {
  let best: { at: number; length: number } | undefined;
  for (const word of words) {
    const at = lower.indexOf(word, from);
    if (at === -1) continue;
    if (!best || at < best.at || (at === best.at && word.length > best.length)) best = { at, length: word.length };
  }
  return best;
}

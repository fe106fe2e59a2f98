export type SearchTerms = {
  /** Everything, in the words of a web search: quotes, `or`, a leading `-`. */
  web: string;
  /** What stands before the word that is still being typed, and that word; null where it is no plain word. */
  typing: { before: string; word: string; stems: string[] } | null;
  /** Beginnings of the words that are looked for, short enough to stand in every form of them; at most four. */
  roots: string[];
  /** A number that the text may mean, such as 12, #12, ADR-0012. */
  number: number | null;
  /** A part of a file name that the text may mean, such as 0012-use-postgres.md. */
  path: string | null;
};

const lastWord = /(?:^|(?<=\s))([\p{L}\p{N}]+)$/u;
// Beginnings of endings that English stemming takes off a finished word: “decisio” has to find what “decision” finds.
const unfinished = /(?:ati|atio|abl|iti|io|me|a|i)$/;
const shortestStem = 4;

function stemsOf(word: string): string[] {
  const stem = word.replace(unfinished, '');
  return stem !== word && stem.length >= shortestStem ? [stem] : [];
}

function typingOf(text: string): SearchTerms['typing'] {
  const quotes = text.split('"').length - 1;
  const found = quotes % 2 === 0 ? lastWord.exec(text) : null;
  const word = found?.[1]?.toLowerCase();
  if (!found || !word || word === 'or') return null;
  return { before: text.slice(0, found.index).trim(), word, stems: stemsOf(word) };
}

// What a form of a word adds or takes: “caches” and “caching” have “cach” in common, “decided” and “decision” “deci”.
function rootOf(word: string): string {
  if (word.length > 6) return word.slice(0, -3);
  return word.length > 4 ? word.slice(0, -2) : word;
}

const mostRoots = 4;

function rootsOf(text: string): string[] {
  const wanted = text.replace(/(?:^|\s)-(?:"[^"]*"|\S+)/g, ' ').toLowerCase();
  const words = (wanted.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 'or');
  return [...new Set(words.map(rootOf))].slice(0, mostRoots);
}

function numberOf(text: string): number | null {
  const found = /^(?:#|no\.?\s*|[a-z]{2,6}[-\s])?0*(\d{1,9})$/i.exec(text);
  return found ? Number(found[1]) : null;
}

function pathOf(text: string): string | null {
  const looksLikeFile = /^[^\s"]*(?:\/[^\s"]*|\.(?:md|markdown|mdx|rst|adoc|txt))$|^\d{1,5}[-_][^\s"]+$/i.test(text);
  return looksLikeFile ? text.toLowerCase() : null;
}

/** What a line typed into a search field may mean. The last word counts from its beginning: it may not be finished. */
export function searchTerms(text: string): SearchTerms {
  const web = text.trim().replace(/\s+/g, ' ');
  return { web, typing: typingOf(web), roots: rootsOf(web), number: numberOf(web), path: pathOf(web) };
}

/** All words of a text as a `tsquery`, each as a beginning, so that a word is found while it is being typed; '' without words. */
export function prefixQuery(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');
}

import { diffArrays } from 'diff';
import type { DiffPart } from '@/server/domain/merging/word-diff';
import { type Section, sectionsOf } from './section';
import { type Budget, textDifference } from './text-difference';

/** The text of a decision as far as revisions have it; `body` is Markdown. */
export type RevisionText = { title: string; productSentence: string; body: string };

/** One section of a difference; `parts` in reading order. */
export type SectionDifference = {
  heading: string;
  level: number;
  state: 'same' | 'changed' | 'added' | 'removed';
  parts: DiffPart[];
};

type Pair = { before: Section | null; after: Section | null };

const mostSectionEdits = 400;
const mostPairsTried = 900;
const leastLikeness = 0.4;
const sampleLength = 8_000;

function keysOf(sections: readonly Section[]): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ path }) => {
    const nth = seen.get(path) ?? 0;
    seen.set(path, nth + 1);
    return `${nth} ${path}`;
  });
}

function wordsOf(section: Section): Map<string, number> {
  const body = section.level === 0 ? section.text : section.text.slice(section.text.indexOf('\n') + 1);
  const counts = new Map<string, number>();
  for (const [word] of body
    .slice(0, sampleLength)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function size(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** The share of words that two sections have in common, 0 to 1 (Dice). */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/** Pairs sections that were renamed, in order, so that what they have in common is the most. */
function pairsOf(gone: readonly Section[], come: readonly Section[]): Pair[] {
  const apart = [...gone.map((before) => ({ before, after: null })), ...come.map((after) => ({ before: null, after }))];
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > mostPairsTried) return apart;
  const [goneWords, comeWords] = [gone.map(wordsOf), come.map(wordsOf)];
  // best[i][j]: the best way to pair what is left from the i-th and j-th section on.
  const best = Array.from({ length: gone.length + 1 }, () =>
    Array.from({ length: come.length + 1 }, () => ({ gain: 0, take: 'none' as 'none' | 'pair' | 'gone' | 'come' })),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? { gain: 0, take: 'none' as const };
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const like = likeness(goneWords[i] ?? new Map(), comeWords[j] ?? new Map());
      const pair = like >= leastLikeness ? like + at(i + 1, j + 1).gain : -1;
      const [skipGone, skipCome] = [at(i + 1, j).gain, at(i, j + 1).gain];
      const row = best[i];
      if (!row) continue;
      if (pair >= skipGone && pair >= skipCome) row[j] = { gain: pair, take: 'pair' };
      else row[j] = skipGone >= skipCome ? { gain: skipGone, take: 'gone' } : { gain: skipCome, take: 'come' };
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const { take } = at(i, j);
    const isPair = take === 'pair' && i < gone.length && j < come.length;
    const before = isPair || j >= come.length || (take !== 'come' && i < gone.length) ? (gone[i] ?? null) : null;
    const after = isPair || before === null ? (come[j] ?? null) : null;
    pairs.push({ before, after });
    if (before) i += 1;
    if (after) j += 1;
  }
  return pairs;
}

function align(before: readonly Section[], after: readonly Section[]): Pair[] | null {
  const changes = diffArrays(keysOf(before), keysOf(after), { maxEditLength: mostSectionEdits });
  if (!changes) return null;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  let gone: Section[] = [];
  let come: Section[] = [];
  const flush = () => {
    pairs.push(...pairsOf(gone, come));
    [gone, come] = [[], []];
  };
  for (const { value, added, removed } of changes) {
    if (removed) {
      gone = [...gone, ...before.slice(i, i + value.length)];
      i += value.length;
    } else if (added) {
      come = [...come, ...after.slice(j, j + value.length)];
      j += value.length;
    } else {
      flush();
      for (let step = 0; step < value.length; step += 1) {
        pairs.push({ before: before[i + step] ?? null, after: after[j + step] ?? null });
      }
      i += value.length;
      j += value.length;
    }
  }
  flush();
  return pairs;
}

function stateOf(pair: Pair, parts: readonly DiffPart[]): SectionDifference['state'] {
  if (!pair.before) return 'added';
  if (!pair.after) return 'removed';
  // A section that comes after another one moves the blank lines between them: nothing that anybody reads.
  return parts.every(({ kind, text }) => kind === 'same' || text.trim() === '') ? 'same' : 'changed';
}

function differenceOf(pair: Pair, budget: Budget): SectionDifference {
  const shown = pair.after ?? pair.before;
  const parts = textDifference(pair.before?.text ?? '', pair.after?.text ?? '', budget);
  return { heading: shown?.heading ?? '', level: shown?.level ?? 0, state: stateOf(pair, parts), parts };
}

/** The difference of two Markdown texts per section. Joined, same and removed are the first, same and added the second. */
export function bodyDifference(before: string, after: string): SectionDifference[] {
  const budget: Budget = { left: 200_000 };
  const pairs = align(sectionsOf(before), sectionsOf(after));
  if (pairs) return pairs.map((pair) => differenceOf(pair, budget));
  const whole = (text: string): Section => ({ heading: '', level: 0, path: '', text });
  return [differenceOf({ before: whole(before), after: whole(after) }, budget)];
}

function fieldDifference(heading: string, before: string, after: string): SectionDifference[] {
  if (before === after) return [];
  return [{ heading, level: 0, state: 'changed', parts: textDifference(before, after) }];
}

/**
 * What changed between two revisions, word by word and per section. The title and the product sentence come first, as
 * sections of their own, where they differ. Sections are matched by their heading and those above it, renamed ones by
 * what they say; a section that moved is removed here and added there.
 */
export function sectionDifference(before: RevisionText, after: RevisionText): SectionDifference[] {
  return [
    ...fieldDifference('Title', before.title, after.title),
    ...fieldDifference('Product sentence', before.productSentence, after.productSentence),
    ...bodyDifference(before.body, after.body),
  ];
}

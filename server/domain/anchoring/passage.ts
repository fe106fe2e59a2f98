import { type Canonical, canonical, isSpaceAt, placesOf, trimmedUnits } from './canonical';
import { sameAfter, sameBefore, sideLikeness } from './context';

/** A passage as the reader sees it, with what stands on either side of it. */
export type Passage = { quote: string; prefix: string; suffix: string };
/** Offsets into a document's text, in UTF-16 units; `end` is the first one after the passage. */
export type Range = { start: number; end: number };

export const longestQuote = 2000;
const contextLength = 64;

// How many canonical units in a row must agree before the passage counts as the same one. Chosen so that the words of
// another sentence do not reach it, and a paragraph that moved on its own does.
const enoughWithContext = 16;
const enoughAlone = 40;
const likeEnough = 0.5;
// Contexts are compared letter by letter for the best of the candidates only.
const compared = 16;

type Candidate = { place: number; before: number; after: number };

export type LocateOptions = {
  /** Takes the best place even when little around it agrees: for a passage that is known to be there. */
  isKnown?: boolean;
  /** Which places come into question, by their range in the text. */
  where?: (range: Range) => boolean;
  /** How many units in a row must agree where the surroundings on one side do not; 40 unless told. */
  enough?: number;
};

/** Looks passages up in one text; the preparation is shared, each lookup is linear in the length of the text. */
export function passageFinder(text: string): (passage: Passage, options?: LocateOptions) => Range | null {
  const within = canonical(text);
  const rangeOf = (place: number, length: number): Range => {
    const last = within.at[place + length - 1] ?? 0;
    return { start: within.at[place] ?? 0, end: last + 1 };
  };
  return (passage, options = {}) => {
    const quote = trimmedUnits(passage.quote);
    const prefix = canonical(passage.prefix);
    const suffix = canonical(passage.suffix);
    const context = {
      prefix: prefix.units.subarray(0, prefix.length),
      suffix: suffix.units.subarray(0, suffix.length),
    };
    const whole = context.prefix.length + context.suffix.length;
    let best: Candidate[] = [];
    for (const place of placesOf(quote, within)) {
      if (options.where && !options.where(rangeOf(place, quote.length))) continue;
      const before = sameBefore(context.prefix, within, place);
      const after = sameAfter(context.suffix, within, place + quote.length);
      const candidate = { place, before, after };
      // Nothing agrees better than everything; of several such the first is as good as any other.
      if (before + after >= whole) return rangeOf(place, quote.length);
      best = kept(best, candidate);
    }
    const found = bestOf(best, quote.length, context, within, options.isKnown ? 0 : (options.enough ?? enoughAlone));
    return found === null ? null : rangeOf(found, quote.length);
  };
}

function kept(best: Candidate[], candidate: Candidate): Candidate[] {
  const worst = best.at(-1);
  if (best.length === compared && worst && agreement(worst) >= agreement(candidate)) return best;
  const at = best.findIndex((other) => agreement(other) < agreement(candidate));
  best.splice(at === -1 ? best.length : at, 0, candidate);
  return best.slice(0, compared);
}

function agreement({ before, after }: Candidate): number {
  return before + after;
}

type Context = { prefix: Uint16Array; suffix: Uint16Array };

function bestOf(
  candidates: readonly Candidate[],
  quoteLength: number,
  context: Context,
  within: ReturnType<typeof canonical>,
  enough: number,
): number | null {
  let best: { place: number; rank: number } | null = null;
  for (const candidate of candidates) {
    const likeBefore = sideLikeness(context.prefix, within, candidate.place, 'before');
    const likeAfter = sideLikeness(context.suffix, within, candidate.place + quoteLength, 'after');
    const inARow = candidate.before + quoteLength + candidate.after;
    const isBetween = likeBefore >= likeEnough && likeAfter >= likeEnough && inARow >= enoughWithContext;
    if (!isBetween && inARow < enough) continue;
    const rank = likeBefore + likeAfter + agreement(candidate) / 1000;
    if (best === null || rank > best.rank) best = { place: candidate.place, rank };
  }
  return best?.place ?? null;
}

/**
 * Where a passage stands in a text, or null. The quote must be there unchanged but for white space and the form of
 * quotation marks; among several places the one whose surroundings agree best is taken, and none when too little agrees
 * for it to be the same sentence.
 */
export function locate(text: string, passage: Passage): Range | null {
  return passageFinder(text)(passage);
}

/** Not between the halves of a surrogate pair: half an emoji is no text. */
function isBroken(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

/**
 * The passage from `start` to `end` of a text: white space at its ends left out, at most 2000 units of quote and 64 of
 * context on either side. Null where nothing is left.
 */
export function anchorOf(text: string, start: number, end: number): Passage | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isSpaceAt(text, from)) from += 1;
  if (isBroken(text, from)) from -= 1;
  to = Math.min(to, from + longestQuote);
  if (isBroken(text, to)) to += to - from < longestQuote ? 1 : -1;
  while (to > from && isSpaceAt(text, to - 1)) to -= 1;
  if (to <= from) return null;
  let before = Math.max(0, from - contextLength);
  if (isBroken(text, before)) before += 1;
  let after = Math.min(text.length, to + contextLength);
  if (isBroken(text, after)) after -= 1;
  return { quote: text.slice(from, to), prefix: text.slice(before, from), suffix: text.slice(to, after) };
}

// So much of the context on each side is looked for when the passage itself is gone; less of it is all there was, at the
// beginning or the end of the text.
const gapContext = 24;
const leastContext = 12;
const longestGap = 600;

function gapStart(within: Canonical, passage: Passage): number | null {
  const prefix = trimmedUnits(passage.prefix).slice(-gapContext);
  const [place] = placesOf(prefix, within);
  if (prefix.length === 0) return 0;
  if (place === undefined || (prefix.length < leastContext && place > 0)) return null;
  return (within.at[place + prefix.length - 1] ?? 0) + 1;
}

function gapEnd(within: Canonical, passage: Passage, from: number, length: number): number | null {
  const suffix = trimmedUnits(passage.suffix).slice(0, gapContext);
  if (suffix.length === 0) return length;
  let found: number | null = null;
  for (const place of placesOf(suffix, within)) {
    if (suffix.length < leastContext && place + suffix.length < within.length - 1) continue;
    found = within.at[place] ?? 0;
    if (found >= from) break;
  }
  return found;
}

/**
 * Where a passage that is gone stood: between what is left of its surroundings. An empty range is a place between two
 * letters; null where neither side is left.
 */
export function gapOf(text: string, passage: Passage): Range | null {
  const within = canonical(text);
  const from = gapStart(within, passage);
  const to = gapEnd(within, passage, from ?? 0, text.length);
  if (from === null) return to === null ? null : { start: to, end: to };
  // Too far apart to have held the passage alone.
  if (to === null || to < from || to - from > longestGap + passage.quote.length) return { start: from, end: from };
  return trimmed(text, { start: from, end: to });
}

function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && isSpaceAt(text, from)) from += 1;
  while (to > from && isSpaceAt(text, to - 1)) to -= 1;
  return { start: from, end: to };
}

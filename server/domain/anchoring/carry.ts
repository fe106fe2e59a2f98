import { diffArrays } from 'diff';
import { locate, type Passage, passageFinder, type Range } from './passage';

type Kept = Range & { shift: number };

// Beyond this a comparison would take longer than it is worth: the passage is then only looked up by its surroundings.
const mostEdits = 1500;

// In what was newly written fewer words will do: there was no other sentence to be mistaken for.
const enoughWhenNew = 24;

// Words with the space after them, and every other sign alone, so that a changed comma leaves the words around it alone.
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function sharedEnds(before: readonly string[], after: readonly string[]) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}

const lengthOf = (tokens: readonly string[]) => tokens.reduce((sum, token) => sum + token.length, 0);

/** The stretches of a text that another one keeps, in order, each with how far it moved; null when too much differs. */
function keptStretches(before: string, after: string): Kept[] | null {
  const [old, next] = [tokensOf(before), tokensOf(after)];
  const { head, tail } = sharedEnds(old, next);
  const middle = diffArrays(old.slice(head, old.length - tail), next.slice(head, next.length - tail), {
    maxEditLength: mostEdits,
  });
  if (!middle) return null;
  const kept: Kept[] = [];
  let at = lengthOf(old.slice(0, head));
  let nextAt = at;
  if (at > 0) kept.push({ start: 0, end: at, shift: 0 });
  for (const part of middle) {
    const length = lengthOf(part.value);
    if (!part.added && !part.removed) kept.push({ start: at, end: at + length, shift: nextAt - at });
    if (!part.added) at += length;
    if (!part.removed) nextAt += length;
  }
  if (tail > 0) kept.push({ start: at, end: before.length, shift: nextAt - at });
  return kept;
}

/**
 * Whether passages chosen in one text still stand in another. A passage stands when the edits between the two left its
 * words alone, or when it came back word for word in what they wrote; the same words at another place of the old text are
 * another sentence, however alike the surroundings.
 */
export function passageCarrier(before: string, after: string): (passage: Passage) => boolean {
  const findBefore = passageFinder(before);
  const findAfter = passageFinder(after);
  const kept = keptStretches(before, after);
  return (passage) => {
    const chosen = findBefore(passage);
    if (!chosen || !kept) return findAfter(passage) !== null;
    return (
      standsIn(kept, after, passage, chosen) ||
      findAfter(passage, { where: isMostlyNew(kept), enough: enoughWhenNew }) !== null
    );
  };
}

/** Whether between what was kept before the passage and what was kept after it, its words are still the same. */
function standsIn(kept: readonly Kept[], after: string, passage: Passage, chosen: Range): boolean {
  const last = kept.findLast((stretch) => stretch.start <= chosen.start);
  const first = kept.find((stretch) => stretch.end >= chosen.end);
  const from = last ? Math.min(last.end, chosen.start) + last.shift : 0;
  const to = first ? Math.max(first.start, chosen.end) + first.shift : after.length;
  return from < to && locate(after.slice(from, to), { quote: passage.quote, prefix: '', suffix: '' }) !== null;
}

// Single words of what moved may have found a partner elsewhere; a sentence that was there before is kept whole.
function isMostlyNew(kept: readonly Kept[]): (range: Range) => boolean {
  return (range) => {
    const old = kept.reduce((sum, { start, end, shift }) => {
      return sum + Math.max(0, Math.min(range.end, end + shift) - Math.max(range.start, start + shift));
    }, 0);
    return old * 2 < range.end - range.start;
  };
}

import type { Canonical } from './canonical';

// Words may have come in between: the window looked at is this much longer than what is looked for.
const slack = 32;

/** How many units directly before `place` agree with the end of `prefix`. */
export function sameBefore(prefix: Uint16Array, within: Canonical, place: number): number {
  let same = 0;
  while (same < prefix.length && same < place && prefix[prefix.length - 1 - same] === within.units[place - 1 - same]) {
    same += 1;
  }
  return same;
}

/** How many units from `place` on agree with the beginning of `suffix`. */
export function sameAfter(suffix: Uint16Array, within: Canonical, place: number): number {
  let same = 0;
  while (same < suffix.length && place + same < within.length && suffix[same] === within.units[place + same]) same += 1;
  return same;
}

/**
 * How alike what stands on one side of a place is to what stood there, 0 to 1: one less the share of it that must be
 * edited (Levenshtein), counted from the place outwards, with its far end free. No context is as alike as can be.
 */
export function sideLikeness(wanted: Uint16Array, within: Canonical, place: number, side: 'before' | 'after'): number {
  const { length } = wanted;
  if (length === 0) return 1;
  const reach = length + slack;
  const found =
    side === 'after'
      ? within.units.subarray(place, Math.min(within.length, place + reach))
      : within.units.subarray(Math.max(0, place - reach), place).toReversed();
  const looked = side === 'after' ? wanted : wanted.toReversed();
  // row[j]: the edits between what was looked at so far and the first j units found.
  let row = Uint16Array.from({ length: found.length + 1 }, (_, index) => index);
  for (let index = 0; index < length; index += 1) {
    const next = new Uint16Array(found.length + 1);
    next[0] = index + 1;
    for (let other = 0; other < found.length; other += 1) {
      const swap = (row[other] ?? 0) + (looked[index] === found[other] ? 0 : 1);
      next[other + 1] = Math.min(swap, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1);
    }
    row = next;
  }
  return 1 - Math.min(...row) / length;
}

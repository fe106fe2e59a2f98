const space = 32;

/** A text without the differences that do not change it, and the way back: `at[i]` is where its i-th unit stands. */
export type Canonical = { units: Uint16Array; at: Uint32Array; length: number };

function isSpace(unit: number): boolean {
  return (
    unit === space ||
    (unit >= 9 && unit <= 13) ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

// Soft hyphen, zero-width space and byte order mark are not seen. The joiners are: they make other letters and emoji.
function isUnseen(unit: number): boolean {
  return unit === 0xad || unit === 0x200b || unit === 0xfeff;
}

function plainQuote(unit: number): number {
  if ((unit >= 0x2018 && unit <= 0x201b) || unit === 0x02bc) return 39;
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0xab || unit === 0xbb) return 34;
  return unit;
}

/** White space of any kind and length becomes one space, typographic quotation marks plain ones, the unseen is left out. */
export function canonical(text: string): Canonical {
  const units = new Uint16Array(text.length);
  const at = new Uint32Array(text.length);
  let length = 0;
  let inSpace = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isUnseen(unit)) continue;
    const isSpaceHere = isSpace(unit);
    if (isSpaceHere && inSpace) continue;
    inSpace = isSpaceHere;
    units[length] = isSpaceHere ? space : plainQuote(unit);
    at[length] = index;
    length += 1;
  }
  return { units, at, length };
}

/** The canonical units without space at either end. */
export function trimmedUnits(text: string): Uint16Array {
  const { units, length } = canonical(text);
  const start = units[0] === space ? 1 : 0;
  const end = length > start && units[length - 1] === space ? length - 1 : length;
  return units.subarray(start, end);
}

export function isSpaceAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return isSpace(unit) || isUnseen(unit);
}

/** Every place of `wanted` in `within`, also overlapping ones, by Knuth, Morris and Pratt: linear whatever repeats. */
export function* placesOf(wanted: Uint16Array, within: Canonical): Generator<number> {
  if (wanted.length === 0) return;
  const fallback = new Uint16Array(wanted.length);
  for (let index = 1, matched = 0; index < wanted.length; index += 1) {
    while (matched > 0 && wanted[index] !== wanted[matched]) matched = fallback[matched - 1] ?? 0;
    if (wanted[index] === wanted[matched]) matched += 1;
    fallback[index] = matched;
  }
  for (let index = 0, matched = 0; index < within.length; index += 1) {
    while (matched > 0 && within.units[index] !== wanted[matched]) matched = fallback[matched - 1] ?? 0;
    if (within.units[index] === wanted[matched]) matched += 1;
    if (matched === wanted.length) {
      yield index - matched + 1;
      matched = fallback[matched - 1] ?? 0;
    }
  }
}

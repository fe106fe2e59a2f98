/**
 * 128 bits of the text's UTF-16 code units as 32 hex digits: four lanes of MurmurHash3's mixing step (Austin Appleby,
 * public domain) with a constant each, in one pass. Not cryptographic: it tells "the same row again" from "changed",
 * where nobody gains by forging a collision.
 */
export function hashText(text: string): string {
  const h = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const c = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93];
  const units = text.length;
  let [a = 0, b = 0, d = 0, e = 0] = h;
  const [ca = 0, cb = 0, cd = 0, ce = 0] = c;
  for (let index = 0; index < units; index += 1) {
    const unit = text.charCodeAt(index);
    a = mix(a, unit, ca);
    b = mix(b, unit, cb);
    d = mix(d, unit, cd);
    e = mix(e, unit, ce);
  }
  return [a, b, d, e]
    .map((word) =>
      finish(word ^ units)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}

function mix(hash: number, unit: number, constant: number): number {
  let k = Math.imul(unit + 0x9e37, constant);
  k = (k << 15) | (k >>> 17);
  const mixed = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

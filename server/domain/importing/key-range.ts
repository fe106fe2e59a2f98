const NUMBERED = /^(.*[^\d])(\d{1,12})$/;

/** The lowest and the highest of keys such as SHOP-101; null where they do not all share one prefix. */
export function keyRangeOf(keys: Iterable<string | null>): { first: string; last: string } | null {
  let prefix: string | null = null;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const key of keys) {
    const [, before = '', digits = ''] = (key === null ? null : NUMBERED.exec(key)) ?? [];
    if (digits === '' || (prefix !== null && before !== prefix)) return null;
    prefix = before;
    const number = Number(digits);
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  return prefix === null ? null : { first: `${prefix}${lowest}`, last: `${prefix}${highest}` };
}

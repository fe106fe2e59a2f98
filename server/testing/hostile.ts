import { newId } from '@/server/platform/ids';

/** Values that no screen sends, for every field of every input. */
export const hostile: unknown[] = [
  '',
  'a\u0000b',
  'a\ud83d',
  'x'.repeat(100_000),
  '& | ! ( ) : * <-> \\',
  '🐢'.repeat(200),
  'constructor',
  'TD-999999999',
  '2026-02-30',
  newId(),
  4.5,
  1e308,
  2_147_483_648,
  9_007_199_254_740_991,
  null,
  {},
  ['a\u0000b'],
  ['a\ud83d'],
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
  { 'Pr\u0000io': 'title' },
  { 'Pr\ud83dio': 'title' },
];

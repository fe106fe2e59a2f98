import { expect, test } from 'vitest';
import { isStale, scoreAgeDays } from '@/server/domain/scoring/staleness';

test.each([
  ['2026-11-21', 0, false],
  ['2026-08-23', 90, false],
  ['2026-08-22', 91, true],
  [null, null, false],
])('a score of %s is %s days old and stale: %s', (scoredOn, age, stale) => {
  expect(scoreAgeDays(scoredOn, '2026-11-21')).toBe(age);
  expect(isStale(scoredOn, '2026-11-21')).toBe(stale);
});

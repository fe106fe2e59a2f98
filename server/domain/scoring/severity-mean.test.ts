import { expect, test } from 'vitest';
import { meanSeverityText, severitiesRoundingTo } from './severity-mean';

test('a mean is taken over the scored debts only, and there is none without any', () => {
  expect(meanSeverityText(420, 60)).toBe('2.3');
  expect(meanSeverityText(15, 1)).toBe('5.0');
  expect(meanSeverityText(0, 0)).toBeNull();
});

test('every severity that exists rounds to exactly one bar of the histogram', () => {
  const all = [1, 2, 3, 4, 5].flatMap(severitiesRoundingTo);
  expect(all).toEqual(Array.from({ length: 13 }, (_, index) => ((index + 3) / 3).toFixed(1)));
});

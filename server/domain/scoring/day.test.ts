import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayText, daysBetween } from '@/server/domain/scoring/day';

test.each([
  ['2026-11-21', '2026-11-21', 0],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-02-28', '2026-03-01', 1],
  ['2026-11-21', '2026-11-20', -1],
  ['2026-03-28', '2026-03-30', 2],
])('from %s to %s are %d days, whatever the time zone', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween('2026-11-21', addDays('2026-11-21', days))).toBe(days);
    }),
  );
});

test('a day is written as in a sentence', () => {
  expect(dayText('2026-11-02')).toBe('2 Nov 2026');
});

test.each(['2026-13-01', '2026-1-1', '', '21 Nov 2026', '2026-11-21T00:00:00Z', '2026-02-30'])(
  '%j is not a day',
  (value) => {
    expect(() => daysBetween(value, '2026-11-21')).toThrow(RangeError);
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '@/server/domain/field/day';
import { addDays, dayText } from '@/server/domain/scoring/day';

test('adding days and counting them are inverse, whatever the time zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween('2026-11-21', addDays('2026-11-21', days))).toBe(days);
    }),
  );
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});

test('a day is written as in a sentence', () => {
  expect(dayText('2026-11-02')).toBe('2 Nov 2026');
});

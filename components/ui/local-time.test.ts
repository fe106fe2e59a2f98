import { expect, test } from 'vitest';
import { timeText } from './local-time';

const at = new Date('2026-09-05T19:04:00Z');

test('a time reads the same in every browser: British order, short months, 24 hours', () => {
  expect(timeText(at, 'time', 'UTC')).toBe('19:04');
  expect(timeText(at, 'day', 'UTC')).toBe('5 Sep 2026');
  expect(timeText(at, 'day-time', 'UTC')).toBe('5 Sep 2026, 19:04');
  expect(timeText(at, 'weekday', 'UTC')).toBe('Saturday 5 September');
});

// The tests run in Kathmandu, 5 h 45 min ahead.
test('without a zone it is the one of the reader', () => {
  expect(timeText(at, 'day-time')).toBe('6 Sep 2026, 00:49');
  expect(timeText(at, 'weekday')).toBe('Sunday 6 September');
});

import { expect, test } from 'vitest';
import { durationText, shortDurationText } from './age';

test.each([
  [-3, '0 d', '0 days'],
  [59, '59 d', '59 days'],
  [60, '1 mo', '1 month'],
  [548, '18 mo', '18 months'],
  [730, '23 mo', '23 months'],
  [731, '2 y', '2 years'],
  [3536, '9 y 8 mo', '9 years'],
])('%i days read the same in a label and in a sentence: %s, %s', (days, short, long) => {
  expect(shortDurationText(days)).toBe(short);
  expect(durationText(days)).toBe(long);
});

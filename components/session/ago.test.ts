import { expect, it } from 'vitest';
import { agoText, untilText } from './ago';

const now = new Date('2026-11-21T12:00:00Z');

it.each([
  ['2026-11-21T12:00:10Z', 'now'],
  ['2026-11-21T11:55:01Z', 'now'],
  ['2026-11-21T11:55:00Z', '5 min'],
  ['2026-11-21T11:00:00Z', '1 h'],
  ['2026-11-20T12:00:01Z', '23 h'],
  ['2026-11-20T12:00:00Z', '1 d'],
])('says of %s that it was %s', (at, words) => {
  expect(agoText(new Date(at), now)).toBe(words);
});

it.each([
  ['2026-11-21T12:10:00Z', 'in 1 h'],
  ['2026-11-28T11:59:00Z', 'in 7 d'],
  ['2026-11-23T11:00:00Z', 'in 47 h'],
])('says of %s that it comes %s', (at, words) => {
  expect(untilText(new Date(at), now)).toBe(words);
});

import { describe, expect, test } from 'vitest';
import { agoText, durationText } from '@/server/domain/debt/age';

describe('an age in words', () => {
  test.each([
    ['2026-11-21', 'today'],
    ['2026-11-22', 'today'],
    ['2026-11-20', 'yesterday'],
    ['2026-11-18', '3 days ago'],
    ['2026-09-23', '59 days ago'],
    ['2026-09-22', '1 month ago'],
    ['2025-05-09', '18 months ago'],
    ['2024-11-21', '23 months ago'],
    ['2024-11-20', '2 years ago'],
  ])('of %s on 21 Nov 2026 is “%s”', (day, words) => {
    expect(agoText(day, '2026-11-21')).toBe(words);
  });

  test('counts one of a kind in the singular and nothing below none', () => {
    expect(durationText(1)).toBe('1 day');
    expect(durationText(-4)).toBe('0 days');
  });
});

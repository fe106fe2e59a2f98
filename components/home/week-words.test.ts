import { expect, test } from 'vitest';
import type { Home } from '@/server/modules/home/contract';
import { nearDayText, signedNumber, weekText } from './home-words';
import { sumText } from './week-words';

function week(counts: Partial<Record<Home['lines'][number]['kind'], number>>, closing: number, opening: number): Home {
  const kinds = ['new', 'reopened', 'resolved', 'withdrawn', 'deleted'] as const;
  return {
    asOf: new Date(0),
    today: '2026-11-18',
    since: '2026-11-11',
    opening: { count: opening, effortDays: 0 },
    lines: kinds.map((kind) => ({ kind, count: counts[kind] ?? 0, effortDays: 0, keys: [] })),
    closing: { count: closing, effortDays: 0 },
    rescored: [],
    accepted: [],
    needs: [],
    inReview: { data: [], total: 0 },
  };
}

test('the identity of the week is read backwards, and lines of nothing are left out of it', () => {
  expect(sumText(week({ new: 2, resolved: 1 }, 63, 62), 'count')).toBe('63 open today − 2 new + 1 resolved = 62');
  expect(sumText(week({ reopened: 1, withdrawn: 2, deleted: 3 }, 10, 14), 'count')).toBe(
    '10 open today − 1 reopened + 2 withdrawn + 3 deleted = 14',
  );
  expect(sumText(week({}, 5, 5), 'count')).toBe('5 open today');
});

test('figures and days are written the same on every machine', () => {
  expect(signedNumber(1204.5)).toBe('+1,204.5');
  expect(signedNumber(-2)).toBe('−2');
  expect(nearDayText('2026-11-30', '2026-11-18')).toBe('30 Nov');
  expect(nearDayText('2027-06-30', '2026-11-18')).toBe('30 Jun 2027');
});

test('the change of a week is said in words', () => {
  expect([weekText(62, 63), weekText(63, 62), weekText(5, 5), weekText(0, 12)]).toEqual([
    'one more than a week ago',
    'one fewer than a week ago',
    'as many as a week ago',
    '12 more than a week ago',
  ]);
});

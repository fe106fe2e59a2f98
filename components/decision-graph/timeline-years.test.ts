import { expect, test } from 'vitest';
import { byYear } from './timeline-years';

const change = (day: string, title: string) => ({
  decisionId: title,
  number: null,
  title,
  to: 'accepted' as const,
  reason: '',
  by: null,
  day,
});

test('changes stand under their years, in the order they came', () => {
  const changes = [change('2026-02-01', 'c'), change('2026-01-31', 'b'), change('2024-12-31', 'a')];
  expect(byYear(changes).map(({ year, changes: own }) => [year, own.map((one) => one.title)])).toEqual([
    ['2026', ['c', 'b']],
    ['2024', ['a']],
  ]);
  expect(byYear([])).toEqual([]);
});

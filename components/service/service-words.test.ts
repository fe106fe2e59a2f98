import { expect, test } from 'vitest';
import { downtimeText, percentText, sourceText, teamWords, tierWords } from './service-words';

test.each([
  [0.9995, '99.95 %'],
  [0.9999, '99.99 %'],
  [0.999, '99.90 %'],
  [1, '100.00 %'],
  [0.99999, '99.999 %'],
  [0.57, '57.00 %'],
])('the ratio %d is said as %s, no digit lost and none made up', (ratio, text) => {
  expect(percentText(ratio)).toBe(text);
});

test('an availability is translated into the time a service may be down', () => {
  expect(downtimeText(0.9995, 30)).toBe('21.6 min in 30 days');
  expect(downtimeText(0.99, 30)).toBe('7.2 h in 30 days');
});

test('a figure says where it comes from and when', () => {
  const figure = { availabilitySource: 'measured', availabilityAsOf: '2026-10-31', sloWindowDays: 30 } as const;
  expect(sourceText(figure)).toBe('measured, Oct 2026');
  expect(sourceText({ ...figure, availabilitySource: 'slo' })).toBe('SLO, 30 d');
  expect(sourceText({ ...figure, availabilitySource: 'assumed', availabilityAsOf: null })).toBe('assumed');
});

test('filters are said as people say alternatives', () => {
  expect(tierWords({ tier: ['critical', 'high'] })).toBe('Critical or high');
  expect(tierWords({})).toBe('Any tier');
  expect(teamWords({ team: ['a', 'b', 'c'] }, new Map([['a', 'Alpha']]))).toBe('Alpha, b or c');
});

import { expect, it } from 'vitest';
import { customFieldName } from './column-name';

it.each([
  ['Custom field (Story Points)', 'Story Points'],
  ['Custom field (  Story   Points  )', 'Story Points'],
  ['Story Points', null],
  [`Custom field (${' '.repeat(30_000)}x`, null],
])('finds the name inside %.40j, at once', (header, expected) => {
  expect(customFieldName(header)).toBe(expected);
});

import { expect, it } from 'vitest';
import { slugOf } from './slug';
import { slug } from './text';

it.each([
  ['Northwind', 'northwind'],
  ['  Café & Über GmbH ', 'cafe-uber-gmbh'],
  ['Платформа', ''],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('makes an address that is allowed of %j', (name, expected) => {
  expect(slugOf(name)).toBe(expected);
  if (expected) expect(slug.safeParse(expected).success).toBe(true);
});

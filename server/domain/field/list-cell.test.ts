import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinList, splitJoined } from './list-cell';

const awkward = fc.constantFrom(',', ';', '|', '\\', '[', ']', '"', "'", '=', ' ', 'a', 'é', '漢');
const value = fc
  .oneof(fc.string({ unit: awkward, maxLength: 8 }), fc.string({ maxLength: 12 }))
  .map((text) => text.replace(/[\n\r]/g, ' ').trim())
  .filter((text) => text !== '');

describe('a list in one cell', () => {
  it('comes apart into the values that were put into it, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitJoined(joinList(values))).toEqual(values);
      }),
    );
  });

  it('is read by eye', () => {
    expect(joinList(['slow', 'a; b', '[x]'])).toBe('slow; a\\; b; \\[x]');
  });

  it('may be divided by hand with commas, bars and line ends, and a backslash before anything else is one', () => {
    expect(splitJoined('a, b | c\nd;; C:\\temp')).toEqual(['a', 'b', 'c', 'd', 'C:\\temp']);
  });
});

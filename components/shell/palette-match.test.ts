import { describe, expect, it } from 'vitest';
import { hasWords, splitByWords, wordsOf } from './palette-match';

describe('splitByWords', () => {
  it('marks every occurrence, whatever its case, and keeps the text whole', () => {
    const parts = splitByWords('Tax rounding in the tax code', ['tax']);
    expect(parts.filter((part) => part.found).map((part) => part.text)).toEqual(['Tax', 'tax']);
    expect(parts.map((part) => part.text).join('')).toBe('Tax rounding in the tax code');
  });

  it('prefers the longer of two words that begin together', () => {
    expect(splitByWords('retries', ['re', 'retries'])).toEqual([{ start: 0, text: 'retries', found: true }]);
  });

  it('leaves a text alone whose letters change length in lower case', () => {
    expect(splitByWords('İzmir', ['izmir'])).toEqual([{ start: 0, text: 'İzmir', found: false }]);
  });
});

describe('hasWords', () => {
  it('asks for every word in any order', () => {
    expect(hasWords('Retry storm when the tax API times out', wordsOf(' TAX  retry '))).toBe(true);
    expect(hasWords('Retry storm', wordsOf('tax retry'))).toBe(false);
  });
});

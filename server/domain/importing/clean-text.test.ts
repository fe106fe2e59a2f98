import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanBlock,
  cleanLine,
  looksLikeFormula,
  quoted,
  removeGuard,
  splitList,
} from '@/server/domain/importing/clean-text';
import { hashText } from '@/server/domain/importing/content-hash';

describe('removeGuard', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'+1", '+1'],
    ["'-1", '-1'],
    ["'@x", '@x'],
    ["'\tx", '\tx'],
    ["'\rx", '\rx'],
    ["''=x", "'=x"],
    ["'tis the season", "'tis the season"],
    ["it's = fine", "it's = fine"],
    ['=1', '=1'],
  ])('turns %j into %j', (guarded, plain) => {
    expect(removeGuard(guarded)).toBe(plain);
  });

  it('undoes the guard of an exporter for any text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@\t\r]?.{0,5}$/));
    fc.assert(
      fc.property(text, (value) => {
        const exported = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
        expect(looksLikeFormula(exported)).toBe(false);
        expect(removeGuard(exported)).toBe(value);
      }),
    );
  });
});

describe('cleanLine', () => {
  it.each([
    ['a\u0000b\u0007c', 'a b c', true],
    ['one\ntwo', 'one two', true],
    ['  spaced  ', 'spaced', false],
    ['مرحبا 🙂 x', 'مرحبا 🙂 x', false],
    ['half \ud83d', 'half \ufffd', true],
  ])('makes %j one clean line', (text, clean, changed) => {
    expect(cleanLine(text)).toEqual({ text: clean, changed });
  });
});

describe('cleanBlock', () => {
  it('keeps tabs and line ends, as LF, and drops other control characters', () => {
    expect(cleanBlock('a\tb\r\nc\u0001\rd')).toEqual({ text: 'a\tb\nc\nd', changed: true });
    expect(cleanBlock('a\r\nb')).toEqual({ text: 'a\nb', changed: false });
  });
});

describe('splitList', () => {
  it.each([
    ['a, b;c|d\ne', ['a', 'b', 'c', 'd', 'e']],
    ['["a", "b, c"]', ['a', 'b, c']],
    ['[a, b]', ['a', 'b']],
    ['[]', []],
    [' , ', []],
  ])('splits %j', (text, values) => {
    expect(splitList(text)).toEqual(values);
  });
});

describe('quoted', () => {
  it('shows a megabyte as one short line', () => {
    expect(quoted(`a\n${'x'.repeat(1_000_000)}`).length).toBeLessThan(65);
  });
});

describe('hashText', () => {
  it('is stable across versions, because hashes are stored', () => {
    expect(hashText('')).toBe('1388a0fbede1521e6cc8e406ccbe4a01');
    expect(hashText('Unindexed query on orders table')).toBe('5a90c7d3001f70e563d84ffbf1c5215f');
  });

  it('tells texts apart that differ in one place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const index = at % text.length;
        const changed = `${text.slice(0, index)}${String.fromCharCode(text.charCodeAt(index) ^ 1)}${text.slice(index + 1)}`;
        expect(hashText(changed)).not.toBe(hashText(text));
        expect(hashText(`${text} `)).not.toBe(hashText(text));
      }),
    );
  });

  it('gives 100,000 similar rows 100,000 hashes', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hashText(`{"title":"Debt ${index}"}`)));
    expect(hashes.size).toBe(100_000);
  });
});

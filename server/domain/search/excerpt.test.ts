import { expect, test } from 'vitest';
import { excerptParts, hitEnd, hitStart } from './excerpt';

const marked = (text: string) => text.replaceAll('<', hitStart).replaceAll('>', hitEnd);

test('an excerpt is runs of text in reading order, those that were found marked', () => {
  expect(excerptParts(marked('We <cache> rates, and the <cache> is ours'))).toEqual([
    { text: 'We ', hit: false },
    { text: 'cache', hit: true },
    { text: ' rates, and the ', hit: false },
    { text: 'cache', hit: true },
    { text: ' is ours', hit: false },
  ]);
});

test('an excerpt leaves Markdown out and is one line', () => {
  expect(excerptParts(marked('## Context\n\n* **<Rates>** change, see [the log](https://x.example/)\n'))).toEqual([
    { text: 'Context ', hit: false },
    { text: 'Rates', hit: true },
    { text: ' change, see the log', hit: false },
  ]);
});

test('a passage without a hit is one run, an empty one none, and a mark without its pair is dropped', () => {
  expect(excerptParts('Only words')).toEqual([{ text: 'Only words', hit: false }]);
  expect(excerptParts('')).toEqual([]);
  expect(excerptParts(marked('a> b'))).toEqual([{ text: 'a b', hit: false }]);
});

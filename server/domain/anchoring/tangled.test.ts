import { describe, expect, test } from 'vitest';
import { documentText } from './document-text';
import { isTangled } from './tangled';

describe('a text that would hold its reader up', () => {
  const steps = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`);
  test.each([
    ['quotes in quotes', '> '.repeat(500_000)],
    ['lists in lists on a line', '- '.repeat(500_000)],
    ['lists in lists line by line', steps.join('\n')],
    ['emphasis begun and never ended', '*a_ '.repeat(250_000)],
    ['emphasis over many lines', '*a_\n'.repeat(250_000)],
    ['emphasis over many lines of a quote', '> *a_\n'.repeat(250_000)],
    ['emphasis over lines that look like a table', '| *a_\n'.repeat(250_000)],
    [
      'a table of two thousand columns',
      `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${`${'|x'.repeat(2000)}\n`.repeat(50)}`,
    ],
    ['a table of a hundred thousand rows', `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(100_000)}`],
    ['paragraphs of two words, by the ten thousand', 'two words\n\n'.repeat(60_000)],
    ['a list of nine thousand items', '- a\n'.repeat(9000)],
    ['code between words, by the ten thousand', 'a `b`\n\n'.repeat(20_000)],
    ['links begun and never ended', `${'['.repeat(300_000)}${']('.repeat(300_000)}`],
  ])('is read as it stands: %s', (_name, text) => {
    expect(isTangled(text)).toBe(true);
    expect(documentText(text)).toBe(text);
  });

  test('is no long record with lists, tables and emphasis', () => {
    const rows = '| **a** | _b_ | [c](d) |\n'.repeat(1200);
    const items = '- **a** and *b*, see [c](d)\n'.repeat(1200);
    const deep = Array.from({ length: 8 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
    const table = `| a | b | c |\n|---|---|---|\n${rows}`;
    expect(isTangled([table, items, deep, '> > quoted', '*a* '.repeat(300)].join('\n\n'))).toBe(false);
  });
});

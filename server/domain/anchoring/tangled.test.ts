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
    ['links begun and never ended', `${'['.repeat(300_000)}${']('.repeat(300_000)}`],
  ])('is read as it stands: %s', (_name, text) => {
    expect(isTangled(text)).toBe(true);
    expect(documentText(text)).toBe(text);
  });

  test('is no long record with lists, tables and emphasis', () => {
    const rows = '| **a** | _b_ | [c](d) |\n'.repeat(2000);
    const items = '- **a** and *b*, see [c](d)\n'.repeat(2000);
    const deep = Array.from({ length: 8 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
    const table = `| a | b | c |\n|---|---|---|\n${rows}`;
    expect(isTangled([table, items, deep, '> > quoted', '*a* '.repeat(300)].join('\n\n'))).toBe(false);
  });
});

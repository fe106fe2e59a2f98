import { describe, expect, test } from 'vitest';
import { prefixQuery, searchTerms } from './terms';

describe('searchTerms', () => {
  test.each([
    ['postgr', { before: '', word: 'postgr', stems: [] }],
    ['use Postgres', { before: 'use', word: 'postgres', stems: [] }],
    ['"state tax" cach', { before: '"state tax"', word: 'cach', stems: [] }],
    ['decisio', { before: '', word: 'decisio', stems: ['decis'] }],
    ['configurati', { before: '', word: 'configurati', stems: ['configur'] }],
    ['data', { before: '', word: 'data', stems: [] }],
  ])('takes the last word of %s from its beginning', (text, typing) => {
    expect(searchTerms(text).typing).toEqual(typing);
  });

  test.each(['"state tax', '"state tax"', 'cache -kafka', 'this or', 'c++', ''])(
    'finds no word being typed in %s',
    (text) => {
      expect(searchTerms(text).typing).toBeNull();
    },
  );

  test.each([
    ['caches of Rates', ['cach', 'of', 'rat']],
    ['decided', ['deci']],
    ['tax -"old cache" -redis or api', ['tax', 'api']],
    ['a b c d e', ['a', 'b', 'c', 'd']],
    ['C++ (x)', ['c', 'x']],
  ])('takes from %s the beginnings by which a passage is found', (text, roots) => {
    expect(searchTerms(text).roots).toEqual(roots);
  });

  test.each([
    ['12', 12],
    ['#12', 12],
    ['ADR-0012', 12],
    ['adr 7', 7],
    ['No. 41', 41],
    ['0012', 12],
    ['12 retries', null],
    ['v1.2', null],
    ['word12', null],
  ])('reads a number in %s', (text, number) => {
    expect(searchTerms(text).number).toBe(number);
  });

  test.each([
    ['0012-use-postgres.md', '0012-use-postgres.md'],
    ['docs/ADR/', 'docs/adr/'],
    ['0012-use', '0012-use'],
    ['use-postgres', null],
    ['read the docs/ now', null],
  ])('reads a file name in %s', (text, path) => {
    expect(searchTerms(text).path).toBe(path);
  });
});

test('every word of a text is looked for by its beginning, and operators of a query are no words', () => {
  expect(prefixQuery('Retry  st')).toBe('retry:* & st:*');
  expect(prefixQuery("a' & !b | (c:*)")).toBe('a:* & b:* & c:*');
  expect(prefixQuery('&|!:*')).toBe('');
});

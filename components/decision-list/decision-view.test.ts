import { describe, expect, test } from 'vitest';
import { isNarrowed, queryText, readView, sortOf, writeView } from './decision-view';

const read = (query: string, register?: string) => readView(new URLSearchParams(query), register);

describe('the address of a list of decisions', () => {
  test('holds every filter and the order, and is read back as it was written', () => {
    const query =
      'q=outbox+table&register=storefront,platform&status=accepted,proposed&tag=a,+b&tag=web&service=checkout' +
      '&owner=none&age=month,older&due=true&awaitingMe=true&sort=title';
    const view = read(query);
    expect(view.filters.tag).toEqual(['a, b', 'web']);
    expect(queryText(writeView(view))).toBe(query);
    expect(readView(writeView(view))).toEqual(view);
  });

  test('leaves out what it cannot read and keeps the rest', () => {
    expect(read('status=accepted,done&owner=Ana&age=week&sort=-score&due=yes&register=A+b')).toEqual({
      filters: { status: ['accepted'] },
      sort: null,
    });
  });

  test('of one register names it in the path alone', () => {
    const view = read('register=data&status=draft', 'platform');
    expect(view.filters).toEqual({ register: ['platform'], status: ['draft'] });
    expect(queryText(writeView(view, 'platform'))).toBe('status=draft');
    expect(isNarrowed({ register: ['platform'] }, 'platform')).toBe(false);
    expect(isNarrowed({ register: ['platform'] })).toBe(true);
  });

  test('orders by the latest change, by relevance where words are searched for, or as it says', () => {
    expect(sortOf(read(''))).toBe('-since');
    expect(sortOf(read('q=cache'))).toBe('relevance');
    expect(sortOf(read('q=cache&sort=title'))).toBe('title');
  });
});

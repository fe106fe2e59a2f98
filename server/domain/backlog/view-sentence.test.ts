import { describe, expect, test } from 'vitest';
import { sortText, usualSort, viewSentence } from './view-sentence';

describe('the sentence of a view', () => {
  test.each([
    [{ open: true }, '-score', 'Not closed, any team, any service, sorted by score'],
    [{}, 'score', 'In any state, any team, any service, sorted by score, ascending'],
    [{ open: false, team: ['a', 'b'] }, '-key', 'Closed, Payments or b, any service, sorted by key, descending'],
    [
      { state: ['planned', 'inProgress'], owner: ['me', 'none', 'm1'], label: ['peak'] },
      'title',
      'Planned or in progress, any team, any service, owned by me, nobody or Ruth Osei, labelled peak, sorted by title',
    ],
    [
      { open: true, quadrant: ['deliberatePrudent'], scored: 'stale', estimated: false, q: 'tax' },
      '-score',
      'Not closed, any team, any service, deliberate and prudent, last scored over 90 days ago, without an estimate, with “tax”, sorted by score',
    ],
  ] as const)('%o by %s', (filters, sort, said) => {
    const names = { teams: new Map([['a', 'Payments']]), people: new Map([['m1', 'Ruth Osei']]) };
    expect(viewSentence(filters, sort, names)).toBe(said);
  });

  test('a column is first sorted so that its order goes without saying', () => {
    for (const field of ['score', 'title', 'effort', 'scored', 'key'])
      expect(sortText(usualSort(field))).not.toContain(',');
  });
});

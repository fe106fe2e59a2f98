import { describe, expect, test } from 'vitest';
import type { Need } from '@/server/modules/home/contract';
import { needWords } from './need-words';

const context = { workspace: 'northwind', today: '2026-11-18' };
const auth = { key: 'TD-15', title: 'Monolithic auth service' };
const orm = { key: 'TD-22', title: 'Deprecated ORM version' };

function one(kind: Exclude<Need['kind'], 'unscored'>, on: string | null): Need {
  return { kind, debts: [auth], count: 1, on };
}

describe('what needs somebody is said with its date and one way out', () => {
  test.each([
    [one('floor', '2026-11-15'), 'TD-15 is at the severity floor', '', 'Decide', '/w/northwind/backlog/TD-15'],
    [
      one('acceptanceEnds', '2026-11-30'),
      'The acceptance of TD-15 ends on 30 Nov',
      'in 12 d',
      'Decide',
      '/w/northwind/backlog/TD-15',
    ],
    [
      one('acceptanceEnds', '2025-11-10'),
      'The acceptance of TD-15 ended on 10 Nov 2025',
      '373 d over',
      'Decide',
      '/w/northwind/backlog/TD-15',
    ],
    [one('revisitDue', '2026-11-18'), 'TD-15 is due for another look', 'today', 'Open', '/w/northwind/backlog/TD-15'],
    [
      one('staleScores', '2026-08-06'),
      'The score of TD-15 is stale',
      '14 d over',
      'Re-score',
      '/w/northwind/backlog?owner=me&scored=stale&sort=scored',
    ],
    [
      { kind: 'unscored', count: 12 },
      '12 debts are not scored yet',
      '',
      'Score',
      '/w/northwind/backlog?scored=unscored',
    ],
  ] satisfies [Need, string, string, string, string][])('%o', (need, title, aside, action, href) => {
    expect(needWords(need, context)).toMatchObject({ title, aside, action, href });
  });

  test('several of a kind name the first keys, say how many more there are, and lead to exactly those', () => {
    const need: Need = { kind: 'floor', debts: [auth, orm], count: 7, on: null };
    expect(needWords(need, context)).toMatchObject({
      title: 'Seven of your debts are at the severity floor',
      detail: 'TD-15, TD-22 and 5 more',
      href: '/w/northwind/backlog?owner=me&floor=true',
    });
  });
});

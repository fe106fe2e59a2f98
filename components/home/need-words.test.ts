import { describe, expect, test } from 'vitest';
import type { Need } from '@/server/modules/home/contract';
import { needWords } from './need-words';

const context = { workspace: 'northwind', today: '2026-11-18' };
const auth = { key: 'TD-15', title: 'Monolithic auth service' };
const orm = { key: 'TD-22', title: 'Deprecated ORM version' };

function one(kind: Extract<Need, { debts: unknown }>['kind'], on: string | null): Need {
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

  const cache = { id: 'c1', register: 'platform', number: null, title: 'Cache tax rates' };
  const flags = { id: 'f1', register: 'storefront', number: 36, title: 'Evaluate flags' };

  test.each([
    [
      { kind: 'reviewWaiting', decisions: [cache], count: 1, revision: 4, since: new Date('2026-11-16T20:00:00Z') },
      {
        title: 'Cache tax rates',
        detail: 'revision 4 waits for your approval',
        aside: '2 d',
        action: 'Review',
        href: '/w/northwind/decisions/platform/c1',
      },
    ],
    [
      {
        kind: 'reviewWaiting',
        decisions: [cache, flags],
        count: 4,
        revision: null,
        since: new Date('2026-11-18T02:00:00Z'),
      },
      {
        title: 'Four decisions wait for your approval',
        detail: 'Cache tax rates, Evaluate flags and 2 more',
        aside: 'today',
        href: '/w/northwind/decisions?awaitingMe=true',
      },
    ],
    [
      {
        kind: 'mention',
        subject: { type: 'debt', title: 'TD-19', href: '/w/northwind/backlog/TD-19' },
        author: 'Jonas Lind',
        excerpt: 'Ana, can it stop?',
        count: 2,
        since: new Date('2026-11-17T20:00:00Z'),
      },
      {
        title: 'Jonas Lind mentions you on TD-19',
        detail: '“Ana, can it stop?”, and one more',
        aside: '1 d',
        action: 'Reply',
        href: '/w/northwind/backlog/TD-19',
      },
    ],
    [
      { kind: 'decisionDue', decisions: [flags], count: 1, reason: 'conditionMet', overdueDays: 3 },
      {
        title: 'The condition of storefront 36 is met',
        detail: 'Evaluate flags',
        aside: '3 d over',
        action: 'Look again',
        href: '/w/northwind/decisions/storefront/f1',
      },
    ],
    [
      { kind: 'decisionDue', decisions: [flags], count: 1, reason: 'expired', overdueDays: 0 },
      { title: 'storefront 36 has expired', aside: 'today' },
    ],
    [
      { kind: 'decisionDue', decisions: [cache], count: 1, reason: 'revisit', overdueDays: 12 },
      { title: '“Cache tax rates” is due for another look', detail: '' },
    ],
    [
      { kind: 'decisionDue', decisions: [flags, cache], count: 5, reason: null, overdueDays: 12 },
      {
        title: 'Five of your decisions are due for another look',
        detail: 'storefront 36, “Cache tax rates” and 3 more',
        href: '/w/northwind/decisions?due=true',
      },
    ],
  ] satisfies [Need, object][])('what waits in decisions and discussions says whom it is about (%#)', (need, words) => {
    expect(needWords(need, context)).toMatchObject(words);
  });
});

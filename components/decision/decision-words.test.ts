import { describe, expect, test } from 'vitest';
import type { ActRecord, RelationRecord } from '@/server/modules/decision/contract';
import { actText, listText, numberWords, relationText } from './decision-words';

const id = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';
const end = {
  id,
  number: 7,
  title: 'Ask for tax on every cart change',
  status: 'accepted',
  register: { slug: 'platform', name: 'Platform' },
} as const;
const relation: RelationRecord = {
  id,
  type: 'supersedes',
  direction: 'from',
  partial: false,
  note: '',
  decision: end,
  targetText: '',
};
const act: ActRecord = {
  id,
  kind: 'transition',
  from: 'proposed',
  to: 'accepted',
  revision: 4,
  reason: '',
  revisitOn: null,
  by: 'Mira Kaur',
  at: new Date(0),
};

describe('relations in words', () => {
  test.each<[string, Partial<RelationRecord>]>([
    ['supersedes 7', {}],
    ['superseded by 7', { direction: 'to' }],
    ['supersedes part of 7, rates only', { partial: true, note: 'rates only' }],
    ['superseded in part by 7', { direction: 'to', partial: true }],
    ['rests on 7, superseded', { type: 'dependsOn', decision: { ...end, status: 'superseded' } }],
    ['relates to a draft', { type: 'relates', decision: { ...end, number: null, status: 'draft' } }],
    ['amends a record that is not here', { type: 'amends', decision: null, targetText: '0099-gone.md' }],
  ])('%s', (expected, change) => {
    expect(relationText({ ...relation, ...change }, 'platform')).toBe(expected);
  });

  test('name the register of a record that stands elsewhere', () => {
    expect(relationText(relation, 'storefront')).toBe('supersedes platform 7');
  });
});

describe('acts in words', () => {
  test.each<[string, Partial<ActRecord>]>([
    ['Mira Kaur accepted revision 4', {}],
    ['Mira Kaur put it back in force', { from: 'superseded' }],
    ['Somebody deprecated it', { to: 'deprecated', by: null }],
    ['Mira Kaur reaffirmed it, to ask again on 1 May 2027', { kind: 'reaffirm', revisitOn: '2027-05-01' }],
  ])('%s', (expected, change) => {
    expect(actText({ ...act, ...change })).toBe(expected);
  });
});

test('a record without a number says whether it will get one', () => {
  expect(numberWords({ number: null, status: 'proposed' })).toBe('no number yet');
  expect(numberWords({ number: null, status: 'rejected' })).toBe('no number');
  expect(numberWords({ number: 12, status: 'accepted' })).toBe('12');
});

test('a list ends in “and”', () => {
  expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listText(['a'])).toBe('a');
});

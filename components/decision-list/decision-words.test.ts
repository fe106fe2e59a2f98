import { describe, expect, test } from 'vitest';
import { dueSentence, namedText, numberText, revisitWords, statusText } from './decision-words';

const today = '2026-11-18';
const nothing = { due: null, revisitOn: null, revisitCondition: '', expiresOn: null };
const words = (row: Partial<Parameters<typeof revisitWords>[0]>) =>
  revisitWords({ status: 'accepted', ...nothing, ...row }, today)?.text;

describe('how a list says when a decision comes back', () => {
  test('in days while it is to come, and by what comes first', () => {
    expect(words({ revisitOn: '2026-12-18' })).toBe('in 30 d');
    expect(words({ revisitOn: '2026-12-18', expiresOn: '2026-11-28' })).toBe('ends in 10 d');
    expect(words({ revisitCondition: 'sales double' })).toBe('on a condition');
    expect(words({})).toBe('not set');
  });

  test('as due, with why, once it is', () => {
    expect(words({ due: 'revisit', revisitOn: '2026-11-13' })).toBe('5 d overdue');
    expect(words({ due: 'revisit', revisitOn: today })).toBe('due today');
    expect(words({ due: 'expired', expiresOn: '2026-11-11' })).toBe('expired 7 d ago');
    expect(words({ due: 'conditionMet', revisitOn: '2026-12-18' })).toBe('condition met');
  });

  test('not at all where a record is in force no more, and by date where a draft names a day gone by', () => {
    for (const status of ['rejected', 'deprecated', 'superseded', 'unknown'] as const) {
      expect(words({ status, revisitOn: '2026-12-18' })).toBeUndefined();
    }
    expect(words({ status: 'draft', revisitOn: '2026-11-13' })).toBe('13 Nov 2026');
  });
});

test('the sentence over what is due counts each reason once', () => {
  const of = (...due: ('revisit' | 'expired' | 'conditionMet')[]) => dueSentence(due.map((one) => ({ due: one })));
  expect(of('revisit', 'revisit', 'conditionMet')).toBe('Two are past their date, one has its condition met');
  expect(of('revisit')).toBe('It is past its date');
  expect(of('expired', 'expired')).toBe('Both have expired');
  expect(of('revisit', 'revisit', 'revisit')).toBe('All are past their date');
});

test('a number that is missing is still to come only before a decision is made', () => {
  expect(numberText({ number: 7, status: 'accepted' })).toBe('7');
  expect(numberText({ number: null, status: 'proposed' })).toBe('not yet');
  expect(numberText({ number: null, status: 'rejected' })).toBe('none');
});

test('a filter of many values stays one sentence', () => {
  expect(statusText(['proposed', 'draft'])).toBe('Draft or proposed');
  expect(statusText(undefined)).toBe('Any status');
  expect(namedText(['a', 'b', 'c', 'd'], new Map([['a', 'Ana']]), 'any tag')).toBe('Ana, b or 2 more');
});

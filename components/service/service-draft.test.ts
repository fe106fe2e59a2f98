import { expect, test } from 'vitest';
import { blankDraft, changeBetween, fieldsOf, keyFrom, mergedDraft, problemsOfDraft } from './service-draft';

test('per cent typed in any usual way becomes the same ratio', () => {
  for (const availability of ['99.95', '99,95', ' 99.95 %']) {
    expect(fieldsOf({ ...blankDraft, availability }).availability).toBe(0.9995);
  }
  expect(fieldsOf(blankDraft)).toMatchObject({ availability: null, p50Ms: null, availabilityAsOf: null });
});

test('a source or day without a figure is not sent, since it belongs to none', () => {
  const draft = { ...blankDraft, availabilitySource: 'sla' as const, availabilityAsOf: '2026-10-31' };
  expect(fieldsOf(draft)).toMatchObject({ availabilitySource: null, availabilityAsOf: null });
});

test('a number that is none and a missing tier are said before anything is sent', () => {
  expect(problemsOfDraft({ ...blankDraft, p95Ms: 'fast' })).toEqual({
    tier: 'Choose how much hangs on it.',
    p95Ms: 'A number, such as 120.',
  });
});

test('a change names only what differs', () => {
  const before = { ...blankDraft, name: 'A', tier: 'low' as const, availability: '99.9' };
  expect(changeBetween(before, { ...before, availability: '99.90' })).toEqual({});
  expect(changeBetween(before, { ...before, tier: 'high', availability: '' })).toEqual({
    tier: 'high',
    availability: null,
  });
});

test('two edits put together keep what each side touched, and mine where both did', () => {
  const base = { ...blankDraft, name: 'A', tier: 'low' as const, team: 'core' };
  const mine = { ...base, name: 'Mine', p50Ms: '10' };
  const theirs = { ...base, name: 'Theirs', tier: 'high' as const };
  expect(mergedDraft(base, mine, theirs)).toEqual({ ...base, name: 'Mine', p50Ms: '10', tier: 'high' });
});

test.each([
  ['Checkout flow', 'checkout-flow'],
  ['  Überweisung & Zahlung! ', 'uberweisung-zahlung'],
  ['支払い', ''],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('the name %j suggests the key %j', (name, key) => {
  expect(keyFrom(name)).toBe(key);
});

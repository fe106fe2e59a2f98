import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coverageText,
  daysToHalfDays,
  defaultEffortHalfDays,
  effortOf,
  halfDaysToDays,
  hasEnoughCoverage,
  paybackQuarters,
  principalOf,
} from '@/server/domain/scoring/cost';

describe('effort', () => {
  test('goes from days to half-days and back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (halfDays) => {
        expect(daysToHalfDays(halfDaysToDays(halfDays))).toBe(halfDays);
      }),
    );
    expect(daysToHalfDays(4.5)).toBe(9);
    expect(daysToHalfDays(4.25)).toBeNull();
    expect(daysToHalfDays(-1)).toBeNull();
    expect(daysToHalfDays(Number.NaN)).toBeNull();
  });

  test.each([
    [5, 4],
    [4, 10],
    [3, 20],
    [2, 60],
    [1, 120],
  ])('without an estimate and at cost %d is %d half-days, flagged as a default', (remediationCost, halfDays) => {
    expect(effortOf({ effortHalfDays: null, remediationCost })).toEqual({ halfDays, isDefault: true });
  });

  test('is the estimate when there is one, even of nothing', () => {
    expect(effortOf({ effortHalfDays: 18, remediationCost: 4 })).toEqual({ halfDays: 18, isDefault: false });
    expect(effortOf({ effortHalfDays: 0, remediationCost: 4 })).toEqual({ halfDays: 0, isDefault: false });
  });

  test('is unknown without estimate and score, and follows the workspace’s own table', () => {
    expect(effortOf({ effortHalfDays: null, remediationCost: null })).toBeNull();
    const table = { ...defaultEffortHalfDays, 3: 7 };
    expect(effortOf({ effortHalfDays: null, remediationCost: 3 }, table)).toEqual({ halfDays: 7, isDefault: true });
  });
});

describe('payback', () => {
  test('is effort hours over the interest hours of a quarter', () => {
    expect(paybackQuarters(18, 14)).toBeCloseTo(72 / 42, 12);
    expect(paybackQuarters(4, 1)).toBeCloseTo(16 / 3, 12);
  });

  test.each([
    [null, 14],
    [18, null],
    [18, 0],
  ])('is unknown for effort %s and interest %s', (effort, interest) => {
    expect(paybackQuarters(effort, interest)).toBeNull();
  });
});

describe('coverage', () => {
  test.each([
    [11, 40, false, 'not enough estimates: 11 of 40'],
    [0, 0, false, 'not enough estimates: 0 of 0'],
    [24, 40, true, '24 of 40 estimated'],
    [23, 40, false, 'not enough estimates: 23 of 40'],
    [48, 63, true, '48 of 63 estimated'],
  ])('of %d in %d is enough: %s', (estimated, all, enough, text) => {
    expect(hasEnoughCoverage({ estimated, all })).toBe(enough);
    expect(coverageText({ estimated, all })).toBe(text);
  });

  test('comes with the principal, which counts estimates only and says what defaults would add', () => {
    const debts = [
      { effortHalfDays: 18, remediationCost: 4 },
      { effortHalfDays: null, remediationCost: 2 },
      { effortHalfDays: null, remediationCost: null },
    ];
    expect(principalOf(debts)).toEqual({ estimated: 1, all: 3, halfDays: 18, defaultHalfDays: 60 });
  });
});

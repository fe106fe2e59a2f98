import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfDaysOf, readEffortHours, readFactor, readNumber } from '@/server/domain/importing/read-number';

const value = (reading: ReturnType<typeof readNumber>): number | null => (reading.ok ? reading.value : null);

describe('readFactor', () => {
  it.each(['1', '2', '3', '4', '5', '4.0', ' 3', '5 ', '4,0', '+2'])('takes %j', (text) => {
    expect(value(readFactor(text))).toBe(Math.round(Number(text.replace(',', '.'))));
  });

  it.each(['0', '6', '4.5', '-1', 'abc', 'High', '', '1e0', '0x3', '٣', '5/5', 'NaN', '=1+1', '3 4'])(
    'refuses %j',
    (text) => {
      expect(readFactor(text).ok).toBe(false);
    },
  );

  it('says when it had to trim', () => {
    expect(readFactor('5 ')).toEqual({ ok: true, value: 5, repaired: true });
    expect(readFactor('5')).toEqual({ ok: true, value: 5, repaired: false });
  });

  it('takes no number outside 1 to 5', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (number) => {
        const whole = Number.isInteger(number) && number >= 1 && number <= 5;
        expect(readFactor(String(number)).ok).toBe(whole);
      }),
    );
  });
});

describe('readNumber', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['1,234', 1234],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['12,345.6', 12345.6],
    [' 7 ', 7],
    ['-3', -3],
  ])('reads %s', (text, expected) => {
    expect(value(readNumber(text))).toBe(expected);
  });
});

describe('readEffortHours', () => {
  it.each([
    ['28800', 'seconds', 8],
    ['57600.0', 'seconds', 16],
    ['2', 'days', 16],
    ['0.5', 'days', 4],
    ['3', 'hours', 3],
    ['2d 4h', 'seconds', 20],
    ['1w 2d', 'days', 56],
    ['90m', 'days', 1.5],
    ['1d2h30min', 'days', 10.5],
    ['2 Tage', 'hours', 16],
    ['0', 'days', 0],
  ] as const)('reads %s in %s', (text, unit, hours) => {
    expect(value(readEffortHours(text, unit))).toBe(hours);
  });

  it.each(['TBD', '-2', '2 parsecs', '', 'd', '2d?'])('refuses %j', (text) => {
    expect(readEffortHours(text, 'days').ok).toBe(false);
  });
});

describe('halfDaysOf', () => {
  it.each([
    [8, 2, false],
    [4, 1, false],
    [1, 1, true],
    [9, 3, true],
    [0, 0, false],
    [80 / 3 + 40 / 3, 10, false],
  ])('makes %d hours %d half-days', (hours, halfDays, rounded) => {
    expect(halfDaysOf(hours)).toEqual({ halfDays, rounded });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeFactors,
  displayScore,
  type Factors,
  factor,
  factors,
  formulaText,
  type PartialFactors,
  rangeText,
  scoreRange,
  scoreText,
  scoreThirds,
  severityRange,
  severityThirds,
  unansweredFactors,
} from '@/server/domain/scoring/score';

const level = fc.integer({ min: 1, max: 5 });
const anyFactors = fc.record({ impact: level, likelihood: level, velocityTax: level, remediationCost: level });
const maybe = fc.option(level, { nil: undefined });
const anyPartial = fc.record({ impact: maybe, likelihood: maybe, velocityTax: maybe, remediationCost: maybe });

function f(impact: number, likelihood: number, velocityTax: number, remediationCost: number): Factors {
  return { impact, likelihood, velocityTax, remediationCost };
}

function all625(): Factors[] {
  const levels = [1, 2, 3, 4, 5];
  return levels.flatMap((i) => levels.flatMap((l) => levels.flatMap((v) => levels.map((c) => f(i, l, v, c)))));
}

describe('the score', () => {
  test.each([
    ['Unindexed query on orders table', f(4, 5, 3, 5), 20.0, '20.0'],
    ['No rate limiting on internal APIs', f(5, 4, 1, 4), 13.3, '13.3'],
    ['Missing integration tests for payments', f(5, 3, 2, 3), 10.0, '10.0'],
    ['Monolithic auth service', f(5, 3, 4, 2), 8.0, '8.0'],
    ['Deprecated ORM version', f(2, 2, 3, 3), 7.0, '7.0'],
  ])('reproduces the handbook’s worked example: %s', (_title, input, number, text) => {
    expect(displayScore(scoreThirds(input))).toBe(number);
    expect(scoreText(scoreThirds(input))).toBe(text);
  });

  test('takes 42 distinct values from 1 to 25 over all 625 inputs', () => {
    const values = new Set(all625().map(scoreThirds));
    expect(values.size).toBe(42);
    expect(Math.min(...values)).toBe(3);
    expect(Math.max(...values)).toBe(75);
  });

  test('ranks 453 of 625 inputs above a maximally severe, expensive item', () => {
    const severeAndDear = scoreThirds(f(5, 5, 5, 1));
    expect(severeAndDear).toBe(scoreThirds(f(1, 1, 1, 5)));
    expect(displayScore(severeAndDear)).toBe(5);
    expect(all625().filter((input) => scoreThirds(input) > severeAndDear)).toHaveLength(453);
  });

  test('rises with every factor', () => {
    fc.assert(
      fc.property(
        anyFactors,
        fc.constantFrom('impact', 'likelihood', 'velocityTax', 'remediationCost'),
        (input, name) => {
          fc.pre(input[name] < 5);
          expect(scoreThirds({ ...input, [name]: input[name] + 1 })).toBeGreaterThan(scoreThirds(input));
        },
      ),
    );
  });

  test('displays every value within half a tenth of the exact quotient', () => {
    for (const input of all625()) {
      const thirds = scoreThirds(input);
      expect(Math.abs(displayScore(thirds) - thirds / 3)).toBeLessThan(0.05);
      expect(Number(scoreText(thirds))).toBe(displayScore(thirds));
    }
  });

  test('displays severity and negative thirds by the same rule', () => {
    expect(displayScore(severityThirds(f(5, 4, 4, 4)))).toBe(4.3);
    expect(displayScore(-40)).toBe(-13.3);
    expect(displayScore(0)).toBe(0);
  });
});

describe('a score that is not complete', () => {
  const oneLeft: PartialFactors = { impact: 3, likelihood: 4, velocityTax: 2, remediationCost: null };

  test('is a range over the answers that are left', () => {
    expect(rangeText(scoreRange(oneLeft))).toBe('3.0 to 15.0');
    expect(rangeText(severityRange(oneLeft))).toBe('3.0');
    expect(rangeText(scoreRange({}))).toBe('1.0 to 25.0');
    expect(unansweredFactors(oneLeft)).toEqual(['remediationCost']);
    expect(completeFactors(oneLeft)).toBeNull();
  });

  test('names what is missing in its formula', () => {
    expect(formulaText(f(5, 4, 4, 4))).toBe('(5 + 4 + 4) × 4 ÷ 3');
    expect(formulaText(oneLeft)).toBe('(3 + 4 + 2) × cost ÷ 3');
    expect(formulaText({})).toBe('(impact + likelihood + velocity tax) × cost ÷ 3');
  });

  test('has a range that contains every completion', () => {
    fc.assert(
      fc.property(anyPartial, anyFactors, (partial, rest) => {
        const known = Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined));
        const completed = scoreThirds({ ...rest, ...known });
        const { minThirds, maxThirds } = scoreRange(partial);
        expect(completed).toBeGreaterThanOrEqual(minThirds);
        expect(completed).toBeLessThanOrEqual(maxThirds);
      }),
    );
  });

  test('is a single number exactly when all is answered', () => {
    fc.assert(
      fc.property(anyPartial, (partial) => {
        const { minThirds, maxThirds } = scoreRange(partial);
        const complete = completeFactors(partial);
        expect(minThirds === maxThirds).toBe(complete !== null);
        if (complete) expect(scoreThirds(complete)).toBe(minThirds);
      }),
    );
  });
});

describe('a factor', () => {
  test.each([1, 2, 3, 4, 5])('may be %d', (value) => {
    expect(factor.parse(value)).toBe(value);
  });

  test.each([
    [0, 'Must be a whole number from 1 to 5, not 0'],
    [6, 'Must be a whole number from 1 to 5, not 6'],
    [-1, 'Must be a whole number from 1 to 5, not -1'],
    [4.5, 'Must be a whole number from 1 to 5, not 4.5'],
    [Number.NaN, 'Must be a whole number from 1 to 5, not NaN'],
    [Number.POSITIVE_INFINITY, 'Must be a whole number from 1 to 5, not Infinity'],
    ['5 ', 'Must be a whole number from 1 to 5, not "5 "'],
    ['', 'Must be a whole number from 1 to 5, not ""'],
    [null, 'Must be a whole number from 1 to 5, not null'],
    [true, 'Must be a whole number from 1 to 5, not true'],
    [[5], 'Must be a whole number from 1 to 5, not a list'],
    [{}, 'Must be a whole number from 1 to 5, not an object'],
    [undefined, 'Give a whole number from 1 to 5'],
  ])('may not be %j, and the message says what was sent and what is right', (value, message) => {
    const result = factor.safeParse(value);
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test('quotes only the start of a long text', () => {
    const result = factor.safeParse('x'.repeat(1_000_000));
    expect(result.error?.issues[0]?.message.length).toBeLessThan(80);
  });

  test('is refused by name when unknown', () => {
    expect(factors.safeParse({ ...f(1, 1, 1, 1), severity: 3 }).success).toBe(false);
    expect(factors.safeParse({ impact: 1 }).error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'likelihood',
      'velocityTax',
      'remediationCost',
    ]);
  });
});

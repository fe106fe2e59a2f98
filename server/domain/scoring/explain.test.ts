import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCause, changeLabel, displaySixths, explainRescore, signedText } from '@/server/domain/scoring/explain';
import { type Factors, scoreThirds } from '@/server/domain/scoring/score';

const level = fc.integer({ min: 1, max: 5 });
const anyFactors = fc.record({ impact: level, likelihood: level, velocityTax: level, remediationCost: level });

function f(impact: number, likelihood: number, velocityTax: number, remediationCost: number): Factors {
  return { impact, likelihood, velocityTax, remediationCost };
}

describe('the explanation of a re-score', () => {
  test.each([
    ['the oracle of the formula', f(4, 5, 3, 5), f(5, 5, 5, 2), -10, 3.5, -13.5, 'down, worse'],
    ['severity alone', f(4, 3, 3, 4), f(5, 4, 4, 4), 4, 4, 0, 'up, worse'],
    ['both at once', f(3, 2, 1, 5), f(4, 3, 3, 4), 3.3, 6, -2.7, 'up, worse'],
    ['cost alone', f(5, 5, 4, 4), f(5, 5, 4, 3), -4.7, 0, -4.7, 'down, cost only'],
    ['an improvement', f(5, 5, 5, 3), f(3, 5, 5, 3), -2, -2, 0, 'down, better'],
    ['nothing', f(3, 3, 3, 3), f(3, 3, 3, 3), 0, 0, 0, 'no change'],
    ['new inputs with the same score', f(5, 5, 5, 1), f(1, 1, 1, 5), 0, -12, 12, 'no change, better'],
  ])('splits into severity and cost: %s', (_name, before, after, change, bySeverity, byCost, label) => {
    const explained = explainRescore(before, after);
    expect(displaySixths(explained.changeSixths)).toBe(change);
    expect(displaySixths(explained.severityEffectSixths)).toBe(bySeverity);
    expect(displaySixths(explained.costEffectSixths)).toBe(byCost);
    expect(changeLabel(explained)).toBe(label);
  });

  test('has effects that are integers and add up exactly to the change', () => {
    fc.assert(
      fc.property(anyFactors, anyFactors, (before, after) => {
        const { changeSixths, severityEffectSixths, costEffectSixths } = explainRescore(before, after);
        expect(Number.isSafeInteger(severityEffectSixths) && Number.isSafeInteger(costEffectSixths)).toBe(true);
        expect(severityEffectSixths + costEffectSixths).toBe(changeSixths);
        expect(changeSixths).toBe(2 * scoreThirds(after) - 2 * scoreThirds(before));
      }),
    );
  });

  test('is mirrored when the re-score is taken back', () => {
    fc.assert(
      fc.property(anyFactors, anyFactors, (before, after) => {
        const there = explainRescore(before, after);
        const back = explainRescore(after, before);
        expect(back.severityEffectSixths + there.severityEffectSixths).toBe(0);
        expect(back.costEffectSixths + there.costEffectSixths).toBe(0);
      }),
    );
  });

  test('prints signs that line up and names the cause', () => {
    expect(signedText(21)).toBe('+3.5');
    expect(signedText(-81)).toBe('−13.5');
    expect(signedText(0)).toBe('–');
    expect(changeCause({ severityEffectSixths: 24, costEffectSixths: 0 })).toBe('severity');
    expect(changeCause({ severityEffectSixths: 24, costEffectSixths: -1 })).toBe('severity and cost');
    expect(changeCause({ severityEffectSixths: 0, costEffectSixths: 2 })).toBe('cost');
    expect(changeCause({ severityEffectSixths: 0, costEffectSixths: 0 })).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { anchorLevels, factorLevels, rubric, rubricSentence } from '@/server/domain/scoring/rubric';
import { factorNames } from '@/server/domain/scoring/score';

describe.each(factorNames)('the rubric of %s', (name) => {
  test('says something of its own at every level', () => {
    const sentences = factorLevels.map((level) => rubric[name].levels[level]);
    expect(new Set(sentences).size).toBe(5);
    expect(sentences.every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
  });

  test('places 2 and 4 between their neighbours', () => {
    for (const level of factorLevels) {
      expect(rubric[name].levels[level].startsWith('Between ')).toBe(!anchorLevels.includes(level));
    }
  });
});

test('a value off the scale has no sentence', () => {
  expect(rubricSentence('impact', 5)).toBe('Outage, data loss or breach for all customers.');
  expect(rubricSentence('impact', 0)).toBeNull();
  expect(rubricSentence('impact', 4.5)).toBeNull();
});

test('remediation cost says that higher is cheaper', () => {
  expect(rubric.remediationCost.hint).toBe('Higher is cheaper');
});

import { describe, expect, test } from 'vitest';
import { missingNeeds, quadrantGuides, quadrants } from '@/server/domain/scoring/quadrant';

const empty = { repaymentPlan: null, revisitOn: null, revisitTrigger: null };

describe('a quadrant', () => {
  test('has a label and says what it looks like and needs', () => {
    for (const quadrant of quadrants) {
      const guide = quadrantGuides[quadrant];
      expect(guide.label).toMatch(/^(Deliberate|Inadvertent), (prudent|reckless)$/);
      expect(guide.looksLike).toMatch(/\.$/);
      expect(guide.asksFor).toMatch(/\.$/);
    }
  });

  test.each([
    ['deliberatePrudent', ['repaymentPlan', 'revisit']],
    ['deliberateReckless', ['repaymentPlan']],
    ['inadvertentPrudent', []],
    ['inadvertentReckless', []],
    [null, []],
  ] as const)('%s asks an empty record for %j', (quadrant, needs) => {
    expect(missingNeeds({ quadrant, ...empty })).toEqual(needs);
  });

  test('is content with a revisit date or with a trigger', () => {
    const record = { ...empty, quadrant: 'deliberatePrudent' as const, repaymentPlan: 'Cache, then remove' };
    expect(missingNeeds({ ...record, revisitOn: '2027-01-15' })).toEqual([]);
    expect(missingNeeds({ ...record, revisitTrigger: 'Peaks pass 300 orders a minute' })).toEqual([]);
    expect(missingNeeds({ ...record, repaymentPlan: ' ' })).toEqual(['repaymentPlan', 'revisit']);
  });
});

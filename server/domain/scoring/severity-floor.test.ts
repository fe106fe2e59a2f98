import { describe, expect, test } from 'vitest';
import {
  atSeverityFloor,
  floorText,
  needsExplicitDecision,
  severityFloor,
} from '@/server/domain/scoring/severity-floor';

describe('the severity floor', () => {
  test.each([
    [5, 5, true],
    [5, 4, true],
    [5, 3, false],
    [4, 5, false],
  ])('at impact %d and likelihood %d is %s by default', (impact, likelihood, expected) => {
    expect(atSeverityFloor({ impact, likelihood })).toBe(expected);
  });

  test('follows the workspace’s thresholds', () => {
    expect(atSeverityFloor({ impact: 4, likelihood: 3 }, { impact: 4, likelihood: 3 })).toBe(true);
    expect(atSeverityFloor({ impact: 4, likelihood: 2 }, { impact: 4, likelihood: 3 })).toBe(false);
    expect(severityFloor.safeParse({ impact: 6, likelihood: 4 }).success).toBe(false);
  });

  test('reads as a rule', () => {
    expect(floorText()).toBe('impact 5, likelihood 4 or more');
    expect(floorText({ impact: 4, likelihood: 5 })).toBe('impact 4 or more, likelihood 5');
  });

  const factors = { impact: 5, likelihood: 4 };
  test.each([
    ['open', null, true],
    ['planned', null, false],
    ['inProgress', null, false],
    ['accepted', '2026-11-21', false],
    ['accepted', '2026-11-20', true],
    ['resolved', null, false],
    ['withdrawn', null, false],
  ] as const)('asks for a decision: %s until %s is %s', (state, acceptedUntil, expected) => {
    expect(needsExplicitDecision({ state, factors, acceptedUntil }, '2026-11-21')).toBe(expected);
  });

  test('asks for none without a score', () => {
    expect(needsExplicitDecision({ state: 'open', factors: null, acceptedUntil: null }, '2026-11-21')).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, blankFacts, type DebtFacts, type DebtFactsChange } from '@/server/domain/debt/change';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { factorNames } from '@/server/domain/scoring/score';
import { closures, debtStates, isClosed } from '@/server/domain/scoring/state';

const today = '2026-11-21';
const scored: DebtFacts = { ...blankFacts, impact: 4, likelihood: 3, velocityTax: 3, remediationCost: 4 };

function changed(before: DebtFacts, change: DebtFactsChange) {
  const result = applyChange(before, change, today);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.changed;
}

function problems(before: DebtFacts, change: DebtFactsChange): string[] {
  const result = applyChange(before, change, today);
  return result.ok ? [] : result.problems.map((problem) => problem.path);
}

describe('a score', () => {
  test('stays out until the fourth factor is answered, then enters the history with a reason of its own', () => {
    const three = changed(blankFacts, { impact: 5, likelihood: 4, velocityTax: 1 });
    expect(three).toMatchObject({ scoreThirds: null, severityThirds: null, score: null });
    const four = changed(three.facts, { remediationCost: 4 });
    expect(four.scoreThirds).toBe(40);
    expect(four.severityThirds).toBe(10);
    expect(four.score?.reason).toBe('First score.');
  });

  test('is not given again without a reason, and a reason of blanks is none', () => {
    expect(problems(scored, { impact: 5 })).toEqual(['reason']);
    expect(problems(scored, { impact: 5, reason: '  ' })).toEqual(['reason']);
    expect(changed(scored, { impact: 5, reason: ' An outage. ' }).score).toEqual({
      factors: { impact: 5, likelihood: 3, velocityTax: 3, remediationCost: 4 },
      reason: 'An outage.',
    });
  });

  test('sent again unchanged is no re-score: it needs no reason and adds nothing to the history', () => {
    const same = changed(scored, { impact: 4, likelihood: 3, velocityTax: 3, remediationCost: 4 });
    expect(same.score).toBeNull();
  });

  test('goes when an answer is taken back, which needs a reason too', () => {
    expect(problems(scored, { impact: null })).toEqual(['reason']);
    const open = changed(scored, { impact: null, reason: 'Nobody can tell.' });
    expect(open).toMatchObject({ scoreThirds: null, severityThirds: null, score: null });
  });
});

describe('the verdict “not debt”', () => {
  test('withdraws an open debt as invalid with its reason', () => {
    const { facts, stateChanged } = changed(scored, { notDebtReason: 'matterOfTaste' });
    expect(stateChanged).toBe(true);
    expect(facts).toMatchObject({
      state: 'withdrawn',
      closedAs: 'invalid',
      stateReason: 'matterOfTaste',
      notDebtReason: 'matterOfTaste',
    });
  });

  test('and a quadrant exclude each other: the later one stands, both at once are refused', () => {
    const verdict = changed(scored, { notDebtReason: 'oldButWorks' }).facts;
    expect(changed(verdict, { quadrant: 'inadvertentPrudent' }).facts).toMatchObject({
      quadrant: 'inadvertentPrudent',
      notDebtReason: null,
    });
    expect(problems(scored, { quadrant: 'inadvertentPrudent', notDebtReason: 'oldButWorks' })).toEqual([
      'notDebtReason',
    ]);
  });
});

describe('a state', () => {
  test('“accepted” needs a reason and an end after today', () => {
    expect(problems(scored, { state: 'accepted' })).toEqual(['acceptedUntil', 'reason']);
    expect(problems(scored, { state: 'accepted', acceptedUntil: today, reason: 'Cheap.' })).toEqual(['acceptedUntil']);
    const until = changed(scored, { state: 'accepted', acceptedUntil: '2027-01-01', reason: 'Cheap.' }).facts;
    expect(until).toMatchObject({ state: 'accepted', acceptedUntil: '2027-01-01', stateReason: 'Cheap.' });
    expect(changed(until, { state: 'planned' }).facts).toMatchObject({ acceptedUntil: null, stateReason: '' });
  });

  test('that ends a debt in another one needs that other one, and forgets it when the debt is opened again', () => {
    expect(problems(scored, { state: 'withdrawn', closedAs: 'merged' })).toEqual(['mergedInto']);
    const merged = changed(scored, { state: 'withdrawn', closedAs: 'merged', mergedInto: 'TD-2' }).facts;
    expect(merged.mergedInto).toBe('TD-2');
    expect(changed(merged, { state: 'open', reason: 'It is not the same.' }).facts.mergedInto).toBeNull();
  });

  test('that does not end a debt in another one takes no other one', () => {
    expect(problems(scored, { mergedInto: 'TD-2' })).toEqual(['mergedInto']);
    expect(problems(scored, { state: 'withdrawn', closedAs: 'wontFix', mergedInto: 'TD-2' })).toEqual(['mergedInto']);
  });

  test('keeps how it was closed apart from states that do not close', () => {
    expect(problems(scored, { closedAs: 'duplicate' })).toEqual(['closedAs']);
    expect(problems(scored, { state: 'resolved', closedAs: 'duplicate' })).toEqual(['closedAs']);
    expect(changed(scored, { state: 'resolved' }).facts.closedAs).toBe('fixed');
  });
});

const factor = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const days = fc.constantFrom('2026-11-20', today, '2026-11-22', '2027-05-01', null);
const change = fc.record(
  {
    impact: factor,
    likelihood: factor,
    velocityTax: factor,
    remediationCost: factor,
    state: fc.constantFrom(...debtStates),
    closedAs: fc.option(fc.constantFrom(...closures), { nil: null }),
    acceptedUntil: days,
    mergedInto: fc.constantFrom('TD-7', null),
    quadrant: fc.option(fc.constantFrom(...quadrants), { nil: null }),
    notDebtReason: fc.constantFrom('oldButWorks', null),
    reason: fc.constantFrom('Because.', '', ' '),
  },
  { requiredKeys: [] },
);

/** Every debt that any changes can lead to. */
const reachable = fc.array(change, { maxLength: 6 }).map((steps) =>
  steps.reduce<DebtFacts>((facts, step) => {
    const result = applyChange(facts, step, today);
    return result.ok ? result.changed.facts : facts;
  }, blankFacts),
);

describe('whatever is asked of a debt', () => {
  test('it stays whole: the score is the formula, a closure fits its state, only accepted ones have an end', () => {
    fc.assert(
      fc.property(reachable, change, (before, step) => {
        const result = applyChange(before, step, today);
        if (!result.ok) return;
        const { facts, scoreThirds, severityThirds } = result.changed;
        const answers = factorNames.map((name) => facts[name]);
        expect(scoreThirds === null).toBe(answers.includes(null));
        expect(severityThirds === null).toBe(scoreThirds === null);
        expect(facts.closedAs !== null).toBe(isClosed(facts.state));
        expect(facts.state === 'resolved').toBe(facts.closedAs === 'fixed');
        expect(facts.acceptedUntil !== null).toBe(facts.state === 'accepted');
        expect(facts.quadrant === null || facts.notDebtReason === null).toBe(true);
        if (facts.mergedInto !== null) expect(['duplicate', 'merged']).toContain(facts.closedAs);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a refusal names fields of the change and says something about each', () => {
    fc.assert(
      fc.property(reachable, change, (before, step) => {
        const result = applyChange(before, step, today);
        if (result.ok) return;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const problem of result.problems) {
          expect([...Object.keys(blankFacts), 'reason']).toContain(problem.path);
          expect(problem.message.length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the history gains an entry exactly when an answer changed and all four are there', () => {
    fc.assert(
      fc.property(reachable, change, (before, step) => {
        const result = applyChange(before, step, today);
        if (!result.ok) return;
        const { facts, score } = result.changed;
        const moved = factorNames.some((name) => facts[name] !== before[name]);
        const isComplete = factorNames.every((name) => facts[name] !== null);
        expect(score !== null).toBe(moved && isComplete);
      }),
      { numRuns: 1_000 },
    );
  });

  test('asking for nothing changes nothing', () => {
    fc.assert(
      fc.property(reachable, (before) => {
        const result = applyChange(before, {}, today);
        expect(result.ok && result.changed.facts).toEqual(before);
        expect(result.ok && result.changed.stateChanged).toBe(false);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { bothOf, firstDecisions, resolveSides, sortSides, undecided, writtenCount } from './conflict';
import { blankEdit, changeOf, type DebtEdit, figureOf, unreadableFigures } from './debt-edit';

const base: DebtEdit = {
  ...blankEdit,
  title: 'Retry storm when the tax API times out',
  score: { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 },
  effortDays: '9',
  repaymentPlan: 'Read tax from a 24-hour cache, then take the retries out of checkout',
  revisitOn: '2027-01-15',
  labels: ['retries'],
};
const theirs: DebtEdit = {
  ...base,
  score: { ...base.score, likelihood: 5 },
  effortDays: '12',
  repaymentPlan: 'Read tax from a 24-hour cache before 27 Nov, then take the retries out of checkout',
  state: { ...base.state, state: 'planned' },
  labels: ['retries', 'peak'],
};
const mine: DebtEdit = {
  ...base,
  score: { ...base.score, remediationCost: 3 },
  effortDays: '14',
  repaymentPlan: 'Clean the postcode table, read tax from a 24-hour cache, then take the retries out of checkout',
  revisitOn: '2026-12-04',
  labels: ['tax'],
};
const sides = { base, theirs, mine };

describe('two edits of one debt', () => {
  test('meet in the fields both changed; the rest is told by who changed it', () => {
    const { conflicts, theirsOnly, mineOnly, same } = sortSides(sides);
    expect(conflicts.map(({ field }) => field)).toEqual(['score', 'labels', 'effortDays', 'repaymentPlan']);
    expect(theirsOnly.map(({ field }) => field)).toEqual(['state']);
    expect(mineOnly.map(({ field }) => field)).toEqual(['revisitOn']);
    expect(same).toHaveLength(Object.keys(base).length - 6);
  });

  test('are put together where they can be, and nothing is decided for the person where they cannot', () => {
    const decisions = firstDecisions(sides);
    expect(decisions.chosen).toEqual({ score: 'both', labels: 'both', repaymentPlan: 'both' });
    expect(undecided(sides, decisions)).toEqual(['effort']);
    const resolved = resolveSides(sides, { ...decisions, chosen: { ...decisions.chosen, effortDays: 'mine' } });
    expect(resolved).toEqual({
      ...base,
      state: theirs.state,
      score: { impact: 5, likelihood: 5, velocityTax: 4, remediationCost: 3 },
      effortDays: '14',
      repaymentPlan:
        'Clean the postcode table, read tax from a 24-hour cache before 27 Nov, then take the retries out of checkout',
      revisitOn: '2026-12-04',
      labels: ['peak', 'tax'],
    });
  });

  test('keep a text that was changed while it was put together', () => {
    const decisions = { ...firstDecisions(sides), texts: { repaymentPlan: 'Written anew.' } };
    expect(resolveSides(sides, decisions).repaymentPlan).toBe('Written anew.');
  });

  test('give each side its way when asked: theirs writes nothing of mine, mine overrules only what I touched', () => {
    const all = (side: 'theirs' | 'mine') => ({ score: side, labels: side, effortDays: side, repaymentPlan: side });
    const undone = ['revisitOn'] as const;
    expect(resolveSides(sides, { chosen: all('theirs'), texts: {}, undone })).toEqual(theirs);
    expect(writtenCount(sides, { chosen: all('theirs'), texts: {}, undone })).toBe(0);
    expect(resolveSides(sides, { chosen: all('mine'), texts: {}, undone: [] })).toEqual({
      ...mine,
      state: theirs.state,
    });
  });

  test('can set back what only the other one changed', () => {
    const decisions = { ...firstDecisions(sides), undone: ['state'] as const };
    expect(resolveSides(sides, decisions).state).toEqual(base.state);
  });

  test('cannot both have one factor, one figure or one title rewritten in one place', () => {
    const rescored = { ...sides, mine: { ...mine, score: { ...base.score, likelihood: 2 } } };
    expect(bothOf('score', rescored)).toBeNull();
    expect(bothOf('effortDays', sides)).toBeNull();
    const titles = { base, theirs: { ...base, title: 'Retry flood' }, mine: { ...base, title: 'Retry avalanche' } };
    expect(bothOf('title', titles)).toBeNull();
  });
});

describe('what is sent to the server', () => {
  test('is the fields that differ, as numbers, days and nulls', () => {
    expect(changeOf(base, { ...base, effortDays: '4,5', revisitOn: '', owner: null, title: 'New' })).toEqual({
      title: 'New',
      effortDays: 4.5,
      revisitOn: null,
    });
    expect(changeOf(base, base)).toEqual({});
    expect(changeOf(base, { ...base, score: { ...base.score, impact: 3 } })).toEqual({ impact: 3 });
  });

  test('never holds a figure that is none: it is named instead', () => {
    expect(figureOf('')).toBeNull();
    expect(figureOf(' 4.5 ')).toBe(4.5);
    expect(figureOf('four')).toBeUndefined();
    expect(Object.keys(unreadableFigures({ ...base, effortDays: 'four', interestHoursPerMonth: '1e999' }))).toEqual([
      'effortDays',
      'interestHoursPerMonth',
    ]);
  });
});

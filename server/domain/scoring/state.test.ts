import { describe, expect, test } from 'vitest';
import {
  acceptanceStatus,
  allowedTransitions,
  checkTransition,
  debtStates,
  isClosed,
  stateLabels,
  transitionAsks,
} from '@/server/domain/scoring/state';

const today = '2026-11-21';

describe('the states of a debt', () => {
  test('are closed only when resolved or withdrawn', () => {
    expect(debtStates.filter(isClosed)).toEqual(['resolved', 'withdrawn']);
  });

  test('all have a label', () => {
    expect(debtStates.map((state) => stateLabels[state])).toEqual([
      'Open',
      'Planned',
      'In progress',
      'Resolved',
      'Accepted',
      'Withdrawn',
    ]);
  });

  test('can all be reached from open, and closed ones only be opened again', () => {
    expect(new Set(['open', ...allowedTransitions('open')])).toEqual(new Set(debtStates));
    expect(allowedTransitions('resolved')).toEqual(['open']);
    expect(allowedTransitions('withdrawn')).toEqual(['open']);
  });
});

describe('a change of state', () => {
  test.each([
    ['open', 'planned', {}, null, null],
    ['planned', 'inProgress', {}, null, null],
    ['inProgress', 'resolved', {}, 'fixed', null],
    ['inProgress', 'resolved', { closedAs: 'fixed' }, 'fixed', null],
    ['open', 'withdrawn', { closedAs: 'merged' }, 'merged', null],
    ['open', 'accepted', { reason: 'Contract ends in June', acceptedUntil: '2027-06-30' }, null, '2027-06-30'],
    ['accepted', 'accepted', { reason: 'Contract extended', acceptedUntil: '2027-12-31' }, null, '2027-12-31'],
    ['accepted', 'planned', { acceptedUntil: '2027-12-31' }, null, null],
    ['resolved', 'open', { reason: 'It came back' }, null, null],
  ] as const)('from %s to %s with %j is allowed', (from, to, input, closedAs, acceptedUntil) => {
    expect(checkTransition(from, to, input, today)).toEqual({ ok: true, closedAs, acceptedUntil });
  });

  test.each([
    ['resolved', 'planned', {}, ['state']],
    ['open', 'open', {}, ['state']],
    ['open', 'withdrawn', {}, ['closedAs']],
    ['open', 'withdrawn', { closedAs: 'fixed' }, ['closedAs']],
    ['open', 'resolved', { closedAs: 'duplicate' }, ['closedAs']],
    ['open', 'planned', { closedAs: 'merged' }, ['closedAs']],
    ['open', 'accepted', {}, ['acceptedUntil', 'reason']],
    ['open', 'accepted', { reason: '  ', acceptedUntil: '2027-01-01' }, ['reason']],
    ['open', 'accepted', { reason: 'Known', acceptedUntil: today }, ['acceptedUntil']],
    ['withdrawn', 'open', {}, ['reason']],
  ] as const)('from %s to %s with %j names what is wrong', (from, to, input, paths) => {
    const result = checkTransition(from, to, input, today);
    expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toEqual(paths);
  });

  test('that is refused lists the ones that are allowed', () => {
    const result = checkTransition('resolved', 'accepted', {}, today);
    expect(result.ok ? '' : result.problems[0]?.message).toBe('Cannot go from resolved to accepted; allowed: open');
  });

  test('asks only for what its check then wants', () => {
    expect(transitionAsks('open', 'accepted')).toEqual(['reason', 'acceptedUntil']);
    expect(transitionAsks('open', 'withdrawn')).toEqual(['closedAs']);
    expect(transitionAsks('open', 'planned')).toEqual([]);
    expect(transitionAsks('resolved', 'open')).toEqual(['reason']);
  });
});

test.each([
  [null, null],
  ['2026-11-20', 'expired'],
  ['2026-11-21', 'endsSoon'],
  ['2026-12-21', 'endsSoon'],
  ['2026-12-22', 'running'],
])('an acceptance until %s is %s', (until, status) => {
  expect(acceptanceStatus(until, today)).toBe(status);
});

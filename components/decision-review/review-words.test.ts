import { describe, expect, test } from 'vitest';
import type { VerdictRecord } from '@/server/modules/decision-review/contract';
import { approvalsText, changedSince, ended, endText, reviewerState, reviewTitle } from './review-words';

const today = new Date('2026-11-18T10:00:00Z');

function verdict(given: Partial<VerdictRecord>): VerdictRecord {
  return {
    id: 'v',
    person: { id: 'p', name: 'Mira Kaur', email: 'mira@northwind.example' },
    revision: 4,
    kind: 'approve',
    comment: '',
    at: new Date('2026-11-17T08:00:00Z'),
    endedAt: null,
    endedAs: null,
    endedBy: null,
    endReason: '',
    abilities: { dismiss: true, withdraw: false },
    ...given,
  };
}

const edited = { endedAs: 'edited', endedAt: new Date('2026-11-17T09:00:00Z') } as const;
const asked = { isMe: false, team: null, requestId: 'r', requestedAt: new Date('2026-11-16T08:00:00Z'), verdict: null };

test.each([
  [{ ...asked }, 'Waiting since 16 Nov', 'waiting'],
  [{ ...asked, requestedAt: new Date('2025-12-30T08:00:00Z') }, 'Waiting since 30 Dec 2025', 'waiting'],
  [{ ...asked, team: { key: 'core', name: 'Core' } }, 'Waiting since 16 Nov, for Core', 'waiting'],
  [{ ...asked, verdict: verdict({}) }, 'Approved revision 4 on 17 Nov', 'approve'],
  [{ ...asked, verdict: verdict({ revision: 3, ...edited }) }, 'Approved revision 3, edited since', 'dropped'],
  [
    { ...asked, verdict: verdict({ revision: 3, kind: 'requestChanges', ...edited }) },
    'Requested changes to revision 3',
    'requestChanges',
  ],
  [
    { ...asked, verdict: verdict({ kind: 'disagreeAndCommit' }) },
    'Disagrees with revision 4, commits to it',
    'disagreeAndCommit',
  ],
])('a reviewer is said with the revision it is about (%#)', (reviewer, text, kind) => {
  expect(reviewerState(reviewer, today)).toMatchObject({ text, kind });
});

test.each([
  [{ approvals: 1, required: 2, revision: 4 }, '1 of 2 approvals of revision 4'],
  [{ approvals: 0, required: 1, revision: 1 }, '0 of 1 approval of revision 1'],
  [{ approvals: 0, required: 0, revision: 3 }, 'No approval of revision 3 yet'],
  [{ approvals: 2, required: 0, revision: 3 }, '2 approvals of revision 3'],
])('approvals are counted for one revision (%#)', (standing, text) => {
  expect(approvalsText(standing)).toBe(text);
});

describe('the title of a review says what it waits for', () => {
  const nothing = {
    waitsForMe: false,
    changesRequested: 0,
    isSatisfied: true,
    required: 0,
    approvals: 0,
    reviewers: [],
    teams: [],
  };
  test.each([
    ['draft', {}, 'Not in review yet'],
    ['proposed', {}, 'Nobody is asked yet'],
    ['proposed', { waitsForMe: true, changesRequested: 1 }, 'Waiting for your approval'],
    ['proposed', { changesRequested: 1 }, 'Changes are requested'],
    ['proposed', { required: 2, isSatisfied: false, approvals: 1 }, 'Waiting for approval'],
    ['proposed', { reviewers: [1] }, 'Waiting for approval'],
    ['proposed', { approvals: 2, required: 2 }, 'Approved'],
    ['accepted', { approvals: 2 }, 'Review'],
  ] as const)('%s %o', (status, given, title) => {
    expect(reviewTitle(status, { ...nothing, ...given })).toBe(title);
  });
});

test('an ended answer says how, by whom and why', () => {
  expect(endText(verdict({ ...edited }), today)).toBe('dropped by an edit of the text on 17 Nov');
  expect(
    endText(verdict({ ...edited, endedAs: 'dismissed', endedBy: 'Ruth Osei', endReason: 'answered above' }), today),
  ).toBe('dismissed by Ruth Osei on 17 Nov: answered above');
  expect(endText(verdict({}), today)).toBe('');
});

test('what changed is shown from the approved revision on, and only where an edit dropped the approval', () => {
  expect(changedSince(verdict({ revision: 3, ...edited }), 5)).toEqual({ from: 3, to: 5 });
  expect(changedSince(verdict({ revision: 5 }), 5)).toBeNull();
  expect(changedSince(null, 5)).toBeNull();
});

test('a sentence that somebody ended gets no second full stop', () => {
  expect(['In the runbook', 'In the runbook.', '“How long?”'].map((text) => ended(text))).toEqual([
    'In the runbook.',
    'In the runbook.',
    '“How long?”',
  ]);
});

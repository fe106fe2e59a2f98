import { describe, expect, test } from 'vitest';
import { dueOn } from './due';
import { statusOn } from './history';
import { relationWarnings, wayBetween } from './relation';
import { allowedTransitions, decisionStatuses, needsReason } from './status';
import { builtInTemplate, builtInTemplates, defaultTemplate } from './template';

describe('transitions', () => {
  test('nothing goes from a draft or a rejection straight into force', () => {
    expect(allowedTransitions('draft')).not.toContain('accepted');
    expect(allowedTransitions('rejected')).not.toContain('accepted');
  });

  test('no record becomes unknown, and none stays where it is', () => {
    for (const from of decisionStatuses) {
      expect(allowedTransitions(from)).not.toContain('unknown');
      expect(allowedTransitions(from)).not.toContain(from);
    }
  });

  test('only the plain way forward needs no reason', () => {
    const free = decisionStatuses.flatMap((from) =>
      allowedTransitions(from).flatMap((to) => (needsReason(from, to) ? [] : [`${from} ${to}`])),
    );
    expect(free).toEqual(['draft proposed', 'proposed accepted']);
  });
});

describe('what is due', () => {
  const facts = { status: 'accepted' as const, conditionMetOn: null, expiresOn: null, revisitOn: null };

  test('a record comes back on its day, not before', () => {
    expect(dueOn({ ...facts, revisitOn: '2026-11-21' }, '2026-11-20')).toBe(null);
    expect(dueOn({ ...facts, revisitOn: '2026-11-21' }, '2026-11-21')).toEqual({
      reason: 'revisit',
      since: '2026-11-21',
      overdueDays: 0,
    });
  });

  test('a condition comes before an expiry, and that before a date', () => {
    const all = { ...facts, conditionMetOn: '2026-11-03', expiresOn: '2026-11-02', revisitOn: '2026-11-01' };
    expect(dueOn(all, '2026-11-21')).toEqual({ reason: 'conditionMet', since: '2026-11-03', overdueDays: 18 });
    expect(dueOn({ ...all, conditionMetOn: null }, '2026-11-21')?.reason).toBe('expired');
  });

  test('only accepted records are due', () => {
    for (const status of decisionStatuses.filter((one) => one !== 'accepted')) {
      expect(dueOn({ ...facts, status, revisitOn: '2026-01-01' }, '2026-11-21')).toBe(null);
    }
  });
});

describe('the status on a day', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const moves = [
    { fromStatus: 'draft' as const, toStatus: 'proposed' as const, at: at(5) },
    { fromStatus: 'proposed' as const, toStatus: 'accepted' as const, at: at(10) },
  ];
  const record = { status: 'accepted' as const, number: 7 };

  test('is the one of the last change before it, and the number comes with acceptance', () => {
    expect(statusOn(record, moves, at(4))).toEqual({ status: 'draft', number: null });
    expect(statusOn(record, moves, at(6))).toEqual({ status: 'proposed', number: null });
    expect(statusOn(record, moves, at(11))).toEqual({ status: 'accepted', number: 7 });
  });

  test('of a record that never changed is the present one, with the number it came with', () => {
    expect(statusOn({ status: 'unknown', number: 3 }, [], at(1))).toEqual({ status: 'unknown', number: 3 });
  });
});

describe('relations', () => {
  const edge = (fromId: string, toId: string, type: 'supersedes' | 'dependsOn' = 'supersedes') => ({
    fromId,
    toId,
    type,
  });

  test('the way back to a record is found, and relations of another type do not close it', () => {
    expect(wayBetween([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')], 'supersedes', 'a', 'a')).toEqual([
      'a',
      'b',
      'c',
      'a',
    ]);
    expect(wayBetween([edge('a', 'b'), edge('b', 'a', 'dependsOn')], 'supersedes', 'a', 'a')).toBe(null);
    expect(wayBetween([edge('a', 'b')], 'supersedes', 'b', 'a')).toBe(null);
  });

  test('a circle that does not touch the record ends the search', () => {
    expect(wayBetween([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')], 'supersedes', 'a', 'x')).toBe(null);
  });

  const end = { id: 'e', number: 4, title: 'Use Redis', status: 'accepted' as const };
  const seen = { type: 'dependsOn' as const, direction: 'from' as const, partial: false, end, targetText: '' };
  const codes = (
    status: 'accepted' | 'superseded',
    ...relations: (Omit<typeof seen, 'type' | 'direction' | 'end'> & {
      type: 'dependsOn' | 'supersedes' | 'relates';
      direction: 'from' | 'to';
      end: (Omit<typeof end, 'status'> & { status: 'accepted' | 'superseded' | 'proposed' }) | null;
    })[]
  ) => relationWarnings({ status, relations, circles: [] }).map(({ code }) => code);

  test('a record in force that rests on a superseded one warns at both ends', () => {
    expect(codes('accepted', { ...seen, end: { ...end, status: 'superseded' } })).toEqual(['restsOnSuperseded']);
    const successor = { ...seen, type: 'supersedes' as const, direction: 'to' as const };
    expect(codes('superseded', { ...seen, direction: 'to' }, successor)).toEqual(['restsOnSuperseded']);
    expect(codes('accepted', { ...seen, direction: 'to' })).toEqual([]);
  });

  test('a replacement of which both ends are in force, and a superseded record without a successor, lack a link back', () => {
    expect(codes('accepted', { ...seen, type: 'supersedes' })).toEqual(['missingBackLink']);
    expect(codes('accepted', { ...seen, type: 'supersedes', partial: true })).toEqual([]);
    expect(
      codes('accepted', { ...seen, type: 'supersedes', direction: 'to', end: { ...end, status: 'proposed' } }),
    ).toEqual([]);
    expect(codes('superseded')).toEqual(['missingBackLink']);
  });

  test('a link to a record that is not here is unresolved and says what was written', () => {
    const warnings = relationWarnings({
      status: 'accepted',
      relations: [{ ...seen, end: null, targetText: '0042-gone.md' }],
      circles: [{ type: 'supersedes', names: ['“A”', '“B”', '“A”'] }],
    });
    expect(warnings.map(({ code }) => code)).toEqual(['unresolved', 'cycle']);
    expect(warnings[0]?.message).toContain('0042-gone.md');
    expect(warnings[1]?.message).toContain('“A” → “B” → “A”');
  });
});

describe('templates', () => {
  test('have a key of their own and a body without a title or front matter', () => {
    expect(new Set(builtInTemplates.map(({ key }) => key)).size).toBe(builtInTemplates.length);
    for (const { body } of builtInTemplates) {
      expect(body).not.toMatch(/^# /m);
      expect(body).not.toMatch(/^---$/m);
    }
    expect(builtInTemplate(defaultTemplate)).not.toBe(null);
  });
});

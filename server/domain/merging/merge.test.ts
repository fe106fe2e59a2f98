import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  diffFields,
  type FieldValue,
  isSameValue,
  mergeList,
  mergeRecord,
  mergeText,
} from '@/server/domain/merging/merge';
import { tokensOf, wordDiff } from '@/server/domain/merging/word-diff';

const someText = fc
  .array(
    fc.constantFrom('tax', 'cache', 'read', 'from', 'a', ' ', ' ', ', ', '.', '\n', '24-hour', 'كاش', '👩‍👩‍👧', 'é'),
    {
      maxLength: 25,
    },
  )
  .map((words) => words.join(''));

describe('fields edited by two people', () => {
  const base = {
    title: 'Retry storm',
    effort: 18,
    plan: 'Read',
    labels: ['tax'],
    score: { i: 5, c: 4 },
    revisit: null,
  };

  test('are sorted by who changed them, in the order of the record', () => {
    const theirs = { ...base, effort: 24, plan: 'Cache', labels: ['tax', 'peak'], title: 'Retry storms' };
    const mine = { ...base, effort: 28, plan: 'Cache', revisit: '2026-12-04', score: { i: 5, c: 3 } };
    const diff = diffFields<keyof typeof base>(base, theirs, mine);
    expect(diff.same).toEqual(['plan']);
    expect(diff.theirsOnly.map((change) => change.field)).toEqual(['title', 'labels']);
    expect(diff.mineOnly.map((change) => change.field)).toEqual(['score', 'revisit']);
    expect(diff.conflicts).toEqual([{ field: 'effort', base: 18, theirs: 24, mine: 28 }]);
  });

  const value: fc.Arbitrary<FieldValue> = fc.oneof(
    fc.constantFrom('a', 'b', '', null, 0, 1, true),
    fc.constantFrom<readonly string[]>([], ['x'], ['x', 'y'], ['y', 'x']),
    fc.constantFrom<FieldValue>({ i: 1 }, { i: 2 }, { i: 1, c: null }),
  );
  const record = fc.record({ a: value, b: value, c: value });

  test('land in exactly one pile each, and exchanging the sides exchanges the piles', () => {
    fc.assert(
      fc.property(record, record, record, (before, theirs, mine) => {
        const diff = diffFields(before, theirs, mine);
        const names = (list: { field: string }[]) => list.map((change) => change.field);
        const all = [...diff.same, ...names(diff.theirsOnly), ...names(diff.mineOnly), ...names(diff.conflicts)];
        expect(all.toSorted()).toEqual(['a', 'b', 'c']);
        const mirrored = diffFields(before, mine, theirs);
        expect(mirrored.same).toEqual(diff.same);
        expect(names(mirrored.theirsOnly)).toEqual(names(diff.mineOnly));
        expect(names(mirrored.conflicts)).toEqual(names(diff.conflicts));
      }),
    );
  });

  test('are equal as sets when lists, and an absent key equals null', () => {
    expect(isSameValue(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(isSameValue(['a'], ['a', 'b'])).toBe(false);
    expect(isSameValue({ i: 1 }, { i: 1, c: null })).toBe(true);
    expect(isSameValue([], null)).toBe(false);
    expect(isSameValue('1', 1)).toBe(false);
  });
});

describe('the word diff', () => {
  test('underlines whole phrases', () => {
    expect(
      wordDiff('Read tax from a 24-hour cache, then stop', 'Read tax from a 24-hour cache before 27 Nov, then stop'),
    ).toEqual([
      { kind: 'same', text: 'Read tax from a 24-hour cache' },
      { kind: 'added', text: ' before 27 Nov' },
      { kind: 'same', text: ', then stop' },
    ]);
    expect(wordDiff('take the old way out', 'take a new way out')).toEqual([
      { kind: 'same', text: 'take ' },
      { kind: 'removed', text: 'the old' },
      { kind: 'added', text: 'a new' },
      { kind: 'same', text: ' way out' },
    ]);
  });

  test('gives back both texts', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const parts = wordDiff(before, after);
        const side = (without: 'added' | 'removed') =>
          parts
            .filter((part) => part.kind !== without)
            .map((part) => part.text)
            .join('');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
        expect(wordDiff(before, before).every((part) => part.kind === 'same')).toBe(true);
      }),
    );
  });

  test('never cuts an emoji or a combined letter in two', () => {
    expect(tokensOf('a 👩‍👩‍👧 e\u0301té')).toEqual(['a', ' ', '👩‍👩‍👧', ' ', 'e\u0301té']);
  });

  test('gives up on texts with nothing in common and still gives back both', () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 3_000 }, (_, index) => `b${index}`).join('\n');
    expect(wordDiff(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});

describe('a merge of two edits of one text', () => {
  const base = 'Read tax from a 24-hour cache, then take the retries out of checkout';

  test('keeps both when they are in different places', () => {
    const theirs = 'Read tax from a 24-hour cache before 27 Nov, then take the retries out of checkout';
    const mine =
      'Clean the postcode table, read tax from a 24-hour cache, then take the retries out of checkout and cart';
    expect(mergeText(base, theirs, mine)).toBe(
      'Clean the postcode table, read tax from a 24-hour cache before 27 Nov, then take the retries out of checkout and cart',
    );
  });

  test.each([
    ['both replaced the same word', 'Read tax from a 12-hour cache', 'Read tax from a 48-hour cache'],
    ['both wrote at the same point', `${'Read tax from a 24-hour cache'} today`, 'Read tax from a 24-hour cache now'],
  ])('is refused when %s', (_name, theirs, mine) => {
    expect(mergeText('Read tax from a 24-hour cache', theirs, mine)).toBeNull();
  });

  test('takes the only side that changed, and a change made alike once', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        expect(mergeText(before, after, before)).toBe(after);
        expect(mergeText(before, before, after)).toBe(after);
        expect(mergeText(before, after, after)).toBe(after);
      }),
    );
  });

  test('does not depend on whose side is whose', () => {
    fc.assert(
      fc.property(someText, someText, someText, (before, theirs, mine) => {
        expect(mergeText(before, theirs, mine)).toBe(mergeText(before, mine, theirs));
      }),
    );
  });
});

describe('a merge of two edits of a list', () => {
  test('has the additions of both without the removals of either', () => {
    expect(mergeList(['a', 'b', 'c'], ['a', 'c', 'd'], ['a', 'b', 'e'])).toEqual(['a', 'd', 'e']);
  });

  test('takes the only side that changed', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(mergeList(before, after, before).toSorted()).toEqual(after.toSorted());
        expect(mergeList(before, before, after).toSorted()).toEqual(after.toSorted());
      }),
    );
  });
});

describe('a merge of two edits of the factors', () => {
  const base = { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 };

  test('takes their likelihood and my cost', () => {
    expect(mergeRecord(base, { ...base, likelihood: 5 }, { ...base, remediationCost: 3 })).toEqual({
      impact: 5,
      likelihood: 5,
      velocityTax: 4,
      remediationCost: 3,
    });
  });

  test('is refused when both answered one factor differently, and not when alike', () => {
    expect(mergeRecord(base, { ...base, impact: 3 }, { ...base, impact: 4 })).toBeNull();
    expect(mergeRecord(base, { ...base, impact: 3 }, { ...base, impact: 3 })).toEqual({ ...base, impact: 3 });
  });
});

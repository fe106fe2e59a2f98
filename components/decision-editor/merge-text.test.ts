import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothOf, type DraftText, firstChoices, mergedText, mergeTexts } from './merge-text';
import { headingLines, keyedSections } from './section';

const none = { chosen: {}, texts: {} };

function draft(body: string, more: Partial<DraftText> = {}): DraftText {
  return { title: 'Cache tax rates', productSentence: '', body, ...more };
}

const body = '## Context\n\nRates change.\n\n## Decision\n\nWe cache.\n\n## Consequences\n\nFaster.\n';

const someBody = fc
  .uniqueArray(fc.constantFrom('Context', 'Decision', 'Options', 'Consequences', 'Risk'), { maxLength: 5 })
  .chain((headings) =>
    fc.tuple(
      fc.constant(headings),
      fc.array(fc.constantFrom('Rates change.', 'We cache.', '- one\n- two', '```\n# no heading\n```'), {
        minLength: headings.length,
        maxLength: headings.length,
      }),
    ),
  )
  .map(([headings, texts]) => headings.map((heading, at) => `## ${heading}\n\n${texts[at]}\n`).join('\n'));

describe('sections of a text', () => {
  test('are cut at headings, not at what looks like one in code', () => {
    const text = 'Before.\n\n# One\n\n```sh\n# a comment\n```\n\n~~~\n## no\n```\n~~~\n### Two ###\n';
    expect(keyedSections(text).map(({ heading, level }) => [heading, level])).toEqual([
      ['', 0],
      ['One', 1],
      ['Two', 3],
    ]);
  });

  test('of one name stay apart', () => {
    expect(keyedSections('## A\n1\n## A\n2\n').map((one) => one.key)).toEqual(['a#0', 'a#1']);
  });

  test('make the whole again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('# a', '## b', '```', '~~~', 'text', '', '    # code', '#no')), (lines) => {
        const text = lines.join('\n');
        expect(
          keyedSections(text)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('know the line they begin on', () => {
    expect(headingLines('x\n\n## A\n\ntext\n## B\n')).toEqual([
      { line: 2, heading: 'A' },
      { line: 5, heading: 'B' },
    ]);
  });
});

describe('two edits of one text', () => {
  test('in different sections are put together without asking', () => {
    const theirs = draft(body.replace('Rates change.', 'Rates change a few times a month.'));
    const mine = draft(body.replace('Faster.', 'Faster, and an old rate now and then.'));
    const merge = mergeTexts(draft(body), theirs, mine);
    expect(merge.conflicts).toEqual([]);
    expect(merge.theirsOnly.map((part) => part.label)).toEqual(['Context']);
    expect(merge.mineOnly.map((part) => part.label)).toEqual(['Consequences']);
    expect(mergedText(draft(body), theirs, mine, none).body).toBe(
      '## Context\n\nRates change a few times a month.\n\n## Decision\n\nWe cache.\n\n## Consequences\n\nFaster, and an old rate now and then.\n',
    );
  });

  test('in one section wait for a person, with both as a proposal where words are apart', () => {
    const base = draft(body.replace('We cache.', 'We cache every rate for a day.'));
    const theirs = draft(body.replace('We cache.', 'We cache every tax rate for a day.'));
    const mine = draft(body.replace('We cache.', 'We cache every rate for a day at least.'));
    const merge = mergeTexts(base, theirs, mine);
    expect(merge.conflicts.map((part) => part.label)).toEqual(['Decision']);
    expect(firstChoices(merge).chosen).toEqual({ 'section:decision#0': 'both' });
    expect(mergedText(base, theirs, mine, firstChoices(merge)).body).toContain(
      'We cache every tax rate for a day at least.',
    );
  });

  test('that write over each other can both be kept, one under the other', () => {
    const theirs = draft(body.replace('We cache.', 'We ask each time.'));
    const mine = draft(body.replace('We cache.', 'We buy the rates.'));
    const merge = mergeTexts(draft(body), theirs, mine);
    expect(firstChoices(merge).chosen).toEqual({});
    const [part] = merge.conflicts;
    expect(part && bothOf(part)).toBe('## Decision\n\nWe ask each time.\n\nWe buy the rates.\n');
  });

  test('of which one took the section out: it is gone or stays as it was chosen, never by itself', () => {
    const theirs = draft(body.replace('## Decision\n\nWe cache.\n\n', ''));
    const mine = draft(body.replace('We cache.', 'We cache rates.'));
    const merge = mergeTexts(draft(body), theirs, mine);
    expect(merge.conflicts).toMatchObject([{ label: 'Decision', theirs: null }]);
    expect(mergedText(draft(body), theirs, mine, { chosen: { 'section:decision#0': 'mine' }, texts: {} }).body).toBe(
      mine.body,
    );
    expect(mergedText(draft(body), theirs, mine, none).body).toBe(theirs.body);
  });

  test('that each add a section keep both, each behind the one it follows', () => {
    const theirs = draft(body.replace('## Decision', '## Options\n\nThree.\n\n## Decision'));
    const mine = draft(`${body}\n## Risk\n\nOld rates.\n`);
    expect(keyedSections(mergedText(draft(body), theirs, mine, none).body).map((one) => one.heading)).toEqual([
      'Context',
      'Options',
      'Decision',
      'Consequences',
      'Risk',
    ]);
  });

  test('of which nobody knows what they began with: all that differs is shown', () => {
    const merge = mergeTexts(null, draft(body), draft(body.replace('Faster.', 'Slower.'), { title: 'Other' }));
    expect(merge.conflicts.map((part) => [part.label, part.base])).toEqual([
      ['Title', null],
      ['Consequences', null],
    ]);
  });

  test('give back the side that alone changed something', () => {
    fc.assert(
      fc.property(someBody, someBody, (before, after) => {
        expect(mergedText(draft(before), draft(after), draft(before), none).body).toBe(after);
        expect(mergedText(draft(before), draft(before), draft(after), none).body).toBe(after);
      }),
    );
  });

  test('lose no section that either side added', () => {
    fc.assert(
      fc.property(someBody, someBody, someBody, (before, theirs, mine) => {
        const merged = mergedText(draft(before), draft(theirs), draft(mine), none);
        const keys = (text: string) => new Set(keyedSections(text).map((one) => one.key));
        const was = keys(before);
        for (const key of [...keys(theirs), ...keys(mine)].filter((one) => !was.has(one))) {
          expect(keys(merged.body)).toContain(key);
        }
      }),
    );
  });
});

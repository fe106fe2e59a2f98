import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownLines, sectionsOf } from './section';
import { bodyDifference, type SectionDifference, sectionDifference } from './section-difference';
import { countChangedWords, textDifference } from './text-difference';

const join = (sections: readonly SectionDifference[], ...kinds: string[]) =>
  sections.flatMap(({ parts }) => parts.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)).join('');

const heading = fc.constantFrom('# A', '## Context', '## Decision', '### Option', '## Context ##', 'Setext\n---', '#');
const line = fc.constantFrom(
  '',
  'We use Postgres.',
  '```',
  '~~~',
  '- one',
  'It costs *more*.',
  '    code',
  '| a | b |',
  '# # #',
  '---',
);
const markdown = fc.array(fc.oneof(heading, line, fc.string({ maxLength: 12 }))).map((lines) => lines.join('\n'));

describe('sections of a Markdown text', () => {
  test('their texts joined are the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: 'binary' })), (text) => {
        expect(
          sectionsOf(text)
            .map((section) => section.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('a heading within a code fence is code, also in a longer fence and one that never ends', () => {
    const text = '## Real\n````\n# not\n```\n# not either\n````\n## Second\n~~~\n## never\n';
    expect(sectionsOf(text).map((section) => section.heading)).toEqual(['Real', 'Second']);
  });

  test('backticks with code in a sentence open no fence', () => {
    expect(sectionsOf('```code``` in a line\n\n## After').map((section) => section.heading)).toEqual(['', 'After']);
  });

  test('closing signs are no part of a heading, and a sign within a word is', () => {
    expect(sectionsOf('## C# ##\n## F#\n##\n#tag').map((section) => section.heading)).toEqual(['C#', 'F#', '']);
  });

  test('underlined headings count, lists and tables above a rule do not', () => {
    const headings = sectionsOf('Title\n=====\n\nSub\n---\n\n- item\n---\n\n| a |\n|---|\n').map((one) => one.heading);
    expect(headings).toEqual(['Title', 'Sub']);
  });

  test('a line of 200,000 signs is read at once', () => {
    expect(markdownLines(`# ${'#'.repeat(200_000)}x\n${' '.repeat(200_000)}x`)).toHaveLength(2);
  });
});

describe('difference of two bodies', () => {
  test('same and removed joined are the text before, same and added the text after', () => {
    fc.assert(
      fc.property(markdown, markdown, (before, after) => {
        const sections = bodyDifference(before, after);
        expect(join(sections, 'same', 'removed')).toBe(before);
        expect(join(sections, 'same', 'added')).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  test('the same text has only sections that are the same', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(bodyDifference(text, text).every(({ state }) => state === 'same')).toBe(true);
      }),
    );
  });

  test('a changed word marks its section alone, and only the word', () => {
    const before = '## Context\n\nWe have one node.\n\n## Decision\n\nWe take Redis for the cache.\n';
    const sections = bodyDifference(before, before.replace('Redis', 'Valkey'));
    expect(sections.map(({ heading, state }) => [heading, state])).toEqual([
      ['Context', 'same'],
      ['Decision', 'changed'],
    ]);
    expect(sections[1]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'Redis' },
      { kind: 'added', text: 'Valkey' },
    ]);
  });

  test('a section that is added at the end leaves the one before it the same', () => {
    const sections = bodyDifference('## A\n\nText', '## A\n\nText\n\n## B\n\nMore');
    expect(sections.map(({ heading, state }) => [heading, state])).toEqual([
      ['A', 'same'],
      ['B', 'added'],
    ]);
  });

  test('a renamed section is one changed section', () => {
    const text = 'The queue keeps what the worker could not take in time, and gives it back later.\n';
    const sections = bodyDifference(`## Alternatives\n\n${text}`, `## Alternatives considered\n\n${text}`);
    expect(sections.map(({ heading, state }) => [heading, state])).toEqual([['Alternatives considered', 'changed']]);
  });

  test('sections of one name under different headings are told apart', () => {
    const before = '## One\n### Pros\nfast\n## Two\n### Pros\nslow but sure\n';
    const sections = bodyDifference(before, before.replace('slow but sure', 'slow but certain'));
    expect(sections.filter(({ state }) => state === 'changed')).toHaveLength(1);
    expect(sections.findIndex(({ state }) => state === 'changed')).toBe(3);
  });

  test('title and product sentence come first where they differ, and not where they do not', () => {
    const before = { title: 'Use Redis', productSentence: 'Pages load.', body: 'x' };
    expect(sectionDifference(before, before).map(({ heading }) => heading)).toEqual(['']);
    const after = { title: 'Use Valkey', productSentence: 'Pages load fast.', body: 'x' };
    expect(sectionDifference(before, after).map(({ heading }) => heading)).toEqual(['Title', 'Product sentence', '']);
  });
});

describe('texts of a megabyte', () => {
  const words = (seed: number, count: number) => {
    let state = seed;
    return Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state.toString(36);
    });
  };

  test('with nothing in common are replaced as they are, without a search for the shortest way', () => {
    const [before, after] = [words(1, 150_000).join(' '), words(2, 150_000).join(' ')];
    expect(textDifference(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });

  test('with one changed line show the word that changed', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `Line ${index} says what it says and nothing more.`);
    const before = lines.join('\n');
    const parts = textDifference(before, before.replace('Line 777 says', 'Line 777 tells'));
    expect(countChangedWords(parts)).toEqual({ added: 1, removed: 1 });
  });

  test('of a hundred thousand headings are compared as one', () => {
    const many = (word: string) => Array.from({ length: 100_000 }, (_, index) => `# ${word} ${index}`).join('\n');
    const sections = bodyDifference(many('a'), many('b'));
    expect(sections).toHaveLength(1);
    expect(join(sections, 'same', 'added')).toBe(many('b'));
  });
});

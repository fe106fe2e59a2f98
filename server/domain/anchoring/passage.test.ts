import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from './document-text';
import { anchorOf, gapOf, locate } from './passage';

const record = `# Cache tax rates

Rates change a few times a month, announced a week ahead. Yet checkout asks the *state* tax API while shoppers wait.
See [the runbook](https://example.test/runbook "title") and **bold _nested_ text**.

## Decision

We keep every rate for 24 hours, and mark the order \`tax_estimated\`. We keep every rate. Yes.

- Checkout no longer waits
  - nested item 漢字かな交じり文
    1. deeper عربى نص هنا
- 1.1 million lookups 👩‍👩‍👧‍👦 become one

| Option | Effort | Trade-off |
|---|---|---|
| Quick | 2 d | The sale still fails |
| Solid | 9 d | A rate can be a day old |

\`\`\`ts
const rate = await cache.get(code); // the last known one
if (rate === null) throw new Error("none");
\`\`\`

> Nobody abandons a full cart. Nobody abandons a full cart.

- [x] done
- [ ] open

Last words.[^1]

[^1]: A footnote.
`;
const text = documentText(record);

function found(within: string, passage: { quote: string; prefix: string; suffix: string } | null): string | null {
  const range = passage && locate(within, passage);
  return range ? within.slice(range.start, range.end) : null;
}

function chosen(within: string, quote: string, nth = 0) {
  let start = within.indexOf(quote);
  for (let skipped = 0; skipped < nth; skipped += 1) start = within.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  const passage = anchorOf(within, start, start + quote.length);
  if (!passage) throw new Error('nothing was chosen');
  return passage;
}

const range = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('the text of a document', () => {
  test('is what a reader sees: no marks of Markdown, blocks apart, raw HTML left out', () => {
    expect(documentText('# A\n\nb *c* `d`\n\n- e\n- f\n\n<b>g</b> h')).toBe('A\nb c d\ne\nf\ng h\n');
    expect(documentText('|a|b|\n|-|-|\n|c|d|').replace(/\n+/g, '|')).toBe('a|b|c|d|');
  });
});

describe('a passage', () => {
  test('chosen anywhere in a document is found at the same place', () => {
    fc.assert(
      fc.property(range(text.length), ([start, end]) => {
        const passage = anchorOf(text, start, end);
        if (!passage) return;
        const place = locate(text, passage);
        expect(place).not.toBeNull();
        if (place) expect(anchorOf(text, place.start, place.end)).toEqual(passage);
      }),
      { numRuns: 2000 },
    );
  });

  test('chosen anywhere in any text is found where the same text stands between the same surroundings', () => {
    const any = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '漢', '🎉', '\u200d', 'ل', '“'),
      maxLength: 400,
    });
    const cases = any.chain((within) => fc.tuple(fc.constant(within), range(within.length)));
    fc.assert(
      fc.property(cases, ([within, [start, end]]) => {
        const passage = anchorOf(within, start, end);
        if (!passage) return;
        expect(passage.quote.isWellFormed() && passage.prefix.isWellFormed()).toBe(true);
        const place = locate(within, passage);
        if (place) expect(anchorOf(within, place.start, place.end)).toEqual(passage);
        else expect(passage.quote.trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('is found after edits elsewhere', () => {
    const words = fc.string({ unit: fc.constantFrom('x', 'y', 'z', ' ', '\n', '漢', '🎉'), maxLength: 300 });
    fc.assert(
      fc.property(range(text.length), words, words, ([start, end], before, after) => {
        const passage = anchorOf(text, start, end);
        if (!passage) return;
        const at = text.indexOf(passage.prefix + passage.quote + passage.suffix);
        // Everything but the passage and half of its surroundings is written anew.
        const keptFrom = at + Math.floor(passage.prefix.length / 2);
        const keptTo = at + (passage.prefix + passage.quote).length + Math.ceil(passage.suffix.length / 2);
        const edited = `${before}${text.slice(keptFrom, keptTo)}${after}`;
        if (keptTo - keptFrom < 48) return;
        expect(found(edited, passage)).toBe(passage.quote);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'tax_estimated',
    '9 d',
    'nested item 漢字',
    'عربى نص',
    '👩‍👩‍👧‍👦 become',
    'the runbook',
    'cache.get(code); // the last',
  ])('“%s” survives a change of the words beside it, and a new paragraph before', (quote) => {
    const passage = chosen(text, quote);
    expect(found(`A new paragraph about rates.\n${text}`, passage)).toBe(quote);
    expect(found(text.replace('mark the order', 'flag that order').replace('Solid', 'Strong'), passage)).toBe(quote);
  });

  test('of two alike is the one between its own surroundings', () => {
    for (const nth of [0, 1]) {
      const passage = chosen(text, 'Nobody abandons a full cart.', nth);
      expect(locate(text, passage)?.start).toBe(text.indexOf(passage.quote, nth ? text.indexOf(passage.quote) + 1 : 0));
    }
    const second = chosen(text, 'We keep every rate', 1);
    const moved = text.replace('Rates change a few times a month', 'They rarely change');
    expect(locate(moved, second)?.start).toBe(moved.lastIndexOf('We keep every rate'));
  });

  test('keeps its place when white space or the form of quotation marks changes', () => {
    const passage = chosen(text, 'throw new Error("none");');
    expect(found(text.replace('throw new Error("none")', 'throw  new\n Error(“none”)'), passage)).toContain('“none”');
    const rows = chosen(text, text.slice(text.indexOf('Quick'), text.indexOf('still fails')));
    expect(found(text.replace('Quick\n2 d', 'Quick  2 d'), rows)).toContain('Quick  2 d');
  });

  test('that moved with its paragraph is found there, also when nothing around it came along', () => {
    const sentence = 'We keep every rate for 24 hours, and mark the order tax_estimated.';
    const passage = chosen(text, sentence);
    const without = text.replace(sentence, '');
    expect(found(`${without}\nAn appendix\n${sentence} The end.`, passage)).toBe(sentence);
  });

  test('is gone once its own words changed, and settles on no other sentence', () => {
    expect(
      found(text.replace('a few times a month', 'every day'), chosen(text, 'Rates change a few times a month')),
    ).toBeNull();
    // “no” stands in other words too.
    expect(found(text.replace('no longer waits', 'never waits'), chosen(text, 'no', 1))).toBeNull();
    expect(found(text.replace('Yes.', 'Perhaps.'), chosen(text, 'Yes'))).toBeNull();
    const once = 'Checkout reads only the cache.';
    expect(found('Checkout reads only the cash.', chosen(`Context. ${once} More.`, once))).toBeNull();
  });

  test('that changed in a table is not taken for the same words of another row', () => {
    const table = 'Option\nEffort\nTrade-off\nQuick\n2 d\nThe sale fails\nOther\n2 d\nNothing changes for anybody\n';
    expect(found(table.replace('2 d', '3 d'), chosen(table, '2 d'))).toBeNull();
  });

  test('is found in a megabyte, and in hostile repetition, without the time growing with its length', () => {
    const big = `${text.repeat(700)}The one and only sentence.${text.repeat(700)}`;
    expect(big.length).toBeGreaterThan(700_000);
    expect(found(big, chosen(big, 'The one and only sentence.'))).toBe('The one and only sentence.');
    const same = 'a'.repeat(1_000_000);
    const hostile = { prefix: `b${'a'.repeat(63)}`, quote: 'a'.repeat(2000), suffix: `${'a'.repeat(63)}b` };
    expect(locate(same, hostile)).not.toBeNull();
    expect(locate(same, { ...hostile, quote: `${'a'.repeat(1000)}b${'a'.repeat(999)}` })).toBeNull();
  });

  test('is cut at 2000 units and its surroundings at 64, and never through an emoji', () => {
    const emoji = '🎉'.repeat(3000);
    const passage = anchorOf(emoji, 101, 5999);
    expect(passage?.quote.isWellFormed()).toBe(true);
    expect(passage?.quote.length).toBe(2000);
    expect(passage?.prefix.length).toBeLessThanOrEqual(64);
    expect(anchorOf('  \n ', 0, 4)).toBeNull();
    expect(anchorOf('abc', 2, 2)).toBeNull();
  });
});

describe('a passage that is gone', () => {
  const gap = (within: string, passage: ReturnType<typeof chosen>) => {
    const range = gapOf(within, passage);
    return range && within.slice(range.start, range.end);
  };

  test('leaves a gap between its surroundings: what stands there now, or an empty place', () => {
    const passage = chosen(text, 'a few times a month');
    expect(gap(text.replace('a few times a month', 'daily'), passage)).toBe('daily');
    expect(gap(text.replace('a few times a month', ''), passage)).toBe('');
    expect(gap('Wholly other words, of another matter, by somebody else.', passage)).toBeNull();
  });

  test('leaves its gap also at the beginning and at the end of a text', () => {
    const short = 'One sentence. And another one that follows it.';
    expect(gap(short.replace('One', 'A first'), chosen(short, 'One sentence'))).toBe('A first sentence');
    expect(gap(short.replace('follows it.', 'ends.'), chosen(short, 'follows it.'))).toBe('ends.');
  });
});

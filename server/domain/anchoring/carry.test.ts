import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passageCarrier } from './carry';
import { anchorOf, type Passage } from './passage';

function chosen(within: string, quote: string, nth = 0): Passage {
  let start = within.indexOf(quote);
  for (let skipped = 0; skipped < nth; skipped += 1) start = within.indexOf(quote, start + 1);
  const passage = start === -1 ? null : anchorOf(within, start, start + quote.length);
  if (!passage) throw new Error(`“${quote}” is not in the text`);
  return passage;
}

const rows = 'Option Effort\nRow A\nyes\nRow B\nyes\nRow C\nyes\n';
const prose =
  'Rates change a few times a month. We keep every rate for 24 hours. Checkout reads only the cache. Yes. No. Yes.';

describe('a passage in the next text', () => {
  test('stands when the edits left it alone, however alike its neighbours', () => {
    expect(passageCarrier(rows, rows.replace('Row A\nyes', 'Row A\nno'))(chosen(rows, 'yes', 1))).toBe(true);
    expect(passageCarrier(rows, `Before.\n${rows}\nAfter.`)(chosen(rows, 'yes', 2))).toBe(true);
    expect(passageCarrier(prose, prose.replace('Yes. No', 'Perhaps. No'))(chosen(prose, 'Yes', 1))).toBe(true);
  });

  test('is gone when its words changed, though others of the same words remain', () => {
    expect(passageCarrier(rows, rows.replace('Row B\nyes', 'Row B\nno'))(chosen(rows, 'yes', 1))).toBe(false);
    expect(passageCarrier(prose, prose.replace('Yes. No', 'Perhaps. No'))(chosen(prose, 'Yes'))).toBe(false);
    expect(passageCarrier(prose, prose.replace('every rate', 'each rate'))(chosen(prose, 'We keep every rate'))).toBe(
      false,
    );
  });

  test('moves with its sentence', () => {
    const sentence = 'We keep every rate for 24 hours.';
    const moved = `${prose.replace(` ${sentence}`, '')}\nAn appendix. ${sentence} The end.`;
    expect(passageCarrier(prose, moved)(chosen(prose, sentence))).toBe(true);
    expect(passageCarrier(prose, moved)(chosen(prose, 'every rate for 24'))).toBe(true);
  });

  test('survives another layout of the same words', () => {
    const passage = chosen(prose, 'We keep every rate for 24 hours. Checkout reads');
    expect(passageCarrier(prose, prose.replace('hours. Checkout', 'hours.\n\nCheckout'))(passage)).toBe(true);
  });

  test('is looked up by its surroundings where a text was written wholly anew', () => {
    const other = Array.from({ length: 4000 }, (_, index) => `w${index}`).join(' ');
    const carries = passageCarrier(`${prose}\n${other}`, `${other.replaceAll('w', 'v')}\n${prose}`);
    expect(carries(chosen(prose, 'Checkout reads only the cache'))).toBe(true);
  });

  test('stands in a text that was only added to, wherever it was chosen', () => {
    const words = fc.array(fc.constantFrom('yes', 'no', 'rate', 'a', '漢字', '🎉', '\n', '.'), { maxLength: 60 });
    const texts = words.map((list) => list.join(' '));
    const added = fc.string({ unit: fc.constantFrom('x', 'y', ' ', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(texts, added, added, fc.nat(400), fc.nat(60), (text, before, after, at, length) => {
        const passage = anchorOf(text, at, at + length);
        if (passage) expect(passageCarrier(text, `${before} ${text} ${after}`)(passage)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

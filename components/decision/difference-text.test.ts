import { describe, expect, test } from 'vitest';
import { partsBelowHeading } from './difference-text';

const same = (text: string) => ({ kind: 'same', text }) as const;
const added = (text: string) => ({ kind: 'added', text }) as const;
const removed = (text: string) => ({ kind: 'removed', text }) as const;

describe('a changed section under its heading', () => {
  test('does not say the heading again', () => {
    const parts = [same('## Context\n\nRates change '), removed('once'), added('twice'), same(' a month.\n\n')];
    expect(partsBelowHeading({ level: 2, parts })).toEqual([
      same('Rates change '),
      removed('once'),
      added('twice'),
      same(' a month.'),
    ]);
  });

  test('says it where the heading itself was changed', () => {
    const parts = [same('## '), removed('Options'), added('Alternatives'), same('\n\nText')];
    expect(partsBelowHeading({ level: 2, parts })).toEqual(parts);
  });

  test('takes an underlined heading for one', () => {
    expect(partsBelowHeading({ level: 1, parts: [added('Risk\n----\n\nNone')] })).toEqual([added('None')]);
  });

  test('keeps what only looks like a heading where there is none', () => {
    expect(partsBelowHeading({ level: 0, parts: [same('# 12\n')] })).toEqual([same('# 12')]);
  });

  test('of a heading alone has nothing below it', () => {
    expect(partsBelowHeading({ level: 2, parts: [added('## Empty')] })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { hasStem, stemsOf } from '@/server/domain/debt/likeness';

describe('what a title is about', () => {
  test('leaves out short and common words, and says each word once', () => {
    expect(stemsOf('The stock of the shop is not in the stock list')).toEqual(['stock', 'shop', 'list']);
    expect(stemsOf('and or if it')).toEqual([]);
    expect(stemsOf('!!! — 7')).toEqual([]);
  });

  test.each([
    ['Stock lookups are retried without a limit', 'Retry'],
    ['Stock lookups are retried without a limit', 'retries'],
    ['Retry storm', 'retrying'],
    ['Caches of tax rates', 'cache'],
    ['Größere Umbauten', 'größere'],
  ])('%s shares a word with “%s”', (title, word) => {
    expect(hasStem(word, stemsOf(title))).toBe(true);
  });

  test('is not shared through common words or the inside of a word', () => {
    const stems = stemsOf('Logs are kept without an end');
    expect(hasStem('without', stems)).toBe(false);
    expect(hasStem('blogs', stems)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { mentionsIn, withMentions } from './mention';
import { mentionBeingTyped, mentionText } from './mention-text';

const mira = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';

describe('a mention', () => {
  test('names its member, whatever letters the name has', () => {
    for (const name of ['Mira Kaur', 'a]b [c] \\d', '*Star* _x_ `y`', '<b>&amp; ~s~', '李 🎉']) {
      expect(mentionsIn(`Hello ${mentionText(name, mira)}, look`)).toMatchObject([{ member: mira, name }]);
    }
  });

  test('counts only as a mention: no plain link, none in code', () => {
    expect(mentionsIn(`[Mira](member:${mira})`)).toEqual([]);
    expect(mentionsIn(`\`@[Mira](member:${mira})\``)).toEqual([]);
    expect(mentionsIn(`\`\`\`\n@[Mira](member:${mira})\n\`\`\``)).toEqual([]);
  });

  test('is drawn in its place, the rest stays as it is', () => {
    const text = `a ${mentionText('Mira Kaur', mira)} b\n\n- ${mentionText('Jo', mira)} c`;
    expect(withMentions(text, ({ name }) => `**@${name}**`)).toBe('a **@Mira Kaur** b\n\n- **@Jo** c');
  });

  test('is completed while it is typed, not within a word or an address', () => {
    expect(mentionBeingTyped('Ask @mi', 7)).toEqual({ start: 4, query: 'mi' });
    expect(mentionBeingTyped('@', 1)).toEqual({ start: 0, query: '' });
    expect(mentionBeingTyped('(@Mira Ka', 9)).toEqual({ start: 1, query: 'Mira Ka' });
    expect(mentionBeingTyped('ana@northwind', 13)).toBeNull();
    expect(mentionBeingTyped('Ask @Mira Kaur now', 18)).toBeNull();
  });
});

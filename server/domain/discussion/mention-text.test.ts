import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionText, shownMentions, writtenMentions } from './mention-text';

const mira = { name: 'Mira Kaur', member: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f' };
const miraK = { name: 'Mira', member: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e60' };
const token = (person: { name: string; member: string }) => mentionText(person.name, person.member);

describe('a mention in the field', () => {
  test('stands as the name, and is a mention again when the comment is posted', () => {
    const markdown = `Ask ${token(mira)}, please`;
    expect(shownMentions(markdown)).toBe('Ask @Mira Kaur, please');
    expect(writtenMentions('Ask @Mira Kaur, please', markdown)).toBe(markdown);
  });

  test('follows edits around it and ends with an edit of the name', () => {
    const markdown = `Ask ${token(mira)}`;
    expect(writtenMentions('Do ask @Mira Kaur!', markdown)).toBe(`Do ask ${token(mira)}!`);
    expect(writtenMentions('Ask @Mira Kau', markdown)).toBe('Ask @Mira Kau');
    expect(writtenMentions('Ask @Mira Kaurs', markdown)).toBe('Ask @Mira Kaurs');
  });

  test('is what was picked, not what was only typed', () => {
    expect(writtenMentions('@Mira Kaur ', '@mi', mira)).toBe(`${token(mira)} `);
    expect(writtenMentions('@Mira Kaur ', '@Mira Kau')).toBe('@Mira Kaur ');
  });

  test('of a longer name is not taken for that of a shorter one', () => {
    const markdown = `${token(miraK)} and ${token(mira)}`;
    expect(shownMentions(markdown)).toBe('@Mira and @Mira Kaur');
    expect(writtenMentions('@Mira and @Mira Kaur', markdown)).toBe(markdown);
  });

  test('of two people with one name keeps who is who', () => {
    const other = { ...mira, member: miraK.member };
    const markdown = `${token(mira)}, ${token(other)}`;
    expect(writtenMentions(shownMentions(markdown), markdown)).toBe(markdown);
  });

  test('comes back the same for any name', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text === text.trim() && !text.includes('\n') && text !== '');
    fc.assert(
      fc.property(name, (any) => {
        const markdown = `To ${token({ name: any, member: mira.member })}.`;
        expect(writtenMentions(shownMentions(markdown), markdown)).toBe(markdown);
      }),
    );
  });
});

import { EditorSelection, EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { imageMarkdown, imageRefusal, pictureBeside } from './image-file';
import { commandChange, type MarkdownCommand, pastedLink } from './markdown-command';

/** The selection is what stands between ⟦ and ⟧; the cursor is ⟦⟧. */
function applied(marked: string, command: MarkdownCommand): string {
  const from = marked.indexOf('⟦');
  const text = marked.replace('⟦', '');
  const to = text.indexOf('⟧');
  const state = EditorState.create({
    doc: text.replace('⟧', ''),
    selection: EditorSelection.range(from, to),
  });
  const next = state.update(commandChange(state, command)).state;
  const { from: start, to: end } = next.selection.main;
  const whole = next.doc.toString();
  return `${whole.slice(0, start)}⟦${whole.slice(start, end)}⟧${whole.slice(end)}`;
}

describe('a mark', () => {
  test.each<[MarkdownCommand, string, string]>([
    ['bold', 'a ⟦word⟧ b', 'a **⟦word⟧** b'],
    ['bold', 'a **⟦word⟧** b', 'a ⟦word⟧ b'],
    ['italic', 'a **⟦word⟧** b', 'a ***⟦word⟧*** b'],
    ['italic', 'a *⟦word⟧* b', 'a ⟦word⟧ b'],
    ['code', '⟦tax_estimated⟧', '`⟦tax_estimated⟧`'],
    ['bold', 'a wo⟦⟧rd b', 'a **wo⟦⟧rd** b'],
    ['bold', 'a ⟦⟧', 'a **⟦⟧**'],
  ])('%s makes “%s” into “%s”', (command, before, expected) => {
    expect(applied(before, command)).toBe(expected);
  });
});

describe('a list', () => {
  test('is made of the selected lines and taken off again, blank lines left alone', () => {
    const made = applied('⟦one\n\ntwo⟧', 'bullets');
    expect(made.replace(/[⟦⟧]/g, '')).toBe('- one\n\n- two');
    expect(applied('⟦- one\n\n- two⟧', 'bullets').replace(/[⟦⟧]/g, '')).toBe('one\n\ntwo');
  });

  test('changes its kind instead of being marked twice', () => {
    expect(applied('⟦- one\n- two⟧', 'tasks').replace(/[⟦⟧]/g, '')).toBe('- [ ] one\n- [ ] two');
    expect(applied('⟦- [x] one\n  - [ ] two⟧', 'numbers').replace(/[⟦⟧]/g, '')).toBe('1. one\n  2. two');
  });

  test('begins on an empty line with the cursor behind its mark', () => {
    expect(applied('⟦⟧', 'tasks')).toBe('- [ ] ⟦⟧');
  });
});

describe('a block', () => {
  test('stands apart from what is around it', () => {
    expect(applied('before⟦⟧after', 'fence')).toBe('before\n\n```\n⟦code⟧\n```\n\nafter');
    expect(applied('⟦const a = 1;⟧', 'fence')).toBe('```\n⟦const a = 1;⟧\n```\n\n');
  });

  test('of a table or a diagram selects what is written over first', () => {
    expect(applied('⟦⟧', 'table')).toContain('| ⟦Quick⟧ |');
    expect(applied('⟦⟧', 'diagram')).toMatch(/^```mermaid\nflowchart LR\n {2}⟦checkout --> cache⟧/);
  });
});

describe('a link', () => {
  test('asks for the address of a text, and for the text where there is none', () => {
    expect(applied('see ⟦the log⟧', 'link')).toBe('see [the log](⟦https://⟧)');
    expect(applied('see ⟦⟧', 'link')).toBe('see [⟦⟧](https://)');
  });

  test.each([
    ['the log', 'https://example.com/a', '[the log](https://example.com/a)'],
    ['a [b] c', 'https://example.com', '[a \\[b\\] c](https://example.com)'],
    ['wiki', 'https://example.com/Tax_(law)', '[wiki](https://example.com/Tax_%28law%29)'],
    ['the log', ' https://example.com \n', '[the log](https://example.com)'],
    ['', 'https://example.com', null],
    ['two\nlines', 'https://example.com', null],
    ['https://old.example', 'https://new.example', null],
    ['the log', 'javascript:alert(1)', null],
    ['the log', 'https://example.com and more', null],
  ])('pasted over “%s” from “%s”', (selected, pasted, expected) => {
    expect(pastedLink(selected, pasted)).toBe(expected);
  });
});

describe('a picture', () => {
  const png = { name: 'flow.png', type: 'image/png', size: 1000 };

  test('is refused before it is sent when it cannot be taken', () => {
    expect(imageRefusal(png)).toBeNull();
    expect(imageRefusal({ ...png, name: 'a.svg', type: 'image/svg+xml' })).toContain('can run script');
    expect(imageRefusal({ ...png, type: 'application/pdf' })).toContain('not a PNG');
    expect(imageRefusal({ ...png, size: 6 * 1024 * 1024 })).toBe('“flow.png” has 6.0 MB; a picture may have 5 MB.');
  });

  test('has its name as text, which cannot end the Markdown early', () => {
    expect(imageMarkdown('tax_flow-2.png', '/w/a/images/1')).toBe('![tax flow 2](/w/a/images/1)');
    expect(imageMarkdown('](javascript:x).png', '/x')).toBe('![(javascript:x)](/x)');
    expect(imageMarkdown('.png', '/x')).toBe('![picture](/x)');
  });

  test('stands apart from a heading or a fence, and within a sentence or a list item', () => {
    expect(pictureBeside('!', '', '## Context')).toBe('!\n\n');
    expect(pictureBeside('!', '```', '')).toBe('\n\n!');
    expect(pictureBeside('!', '', '')).toBe('!');
    expect(pictureBeside('!', 'see ', ' there')).toBe('!');
    expect(pictureBeside('!', '- see ', '')).toBe('!');
  });
});

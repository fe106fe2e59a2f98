import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { documentText } from '@/server/domain/anchoring/document-text';
import { anchorOf } from '@/server/domain/anchoring/passage';
import type { PassageMark } from './passage-mark';
import { passages } from './passage-plugin';

function markOf(text: string, quote: string, id: string): PassageMark {
  const whole = documentText(text);
  const start = whole.indexOf(quote);
  const passage = anchorOf(whole, start, start + quote.length);
  if (start === -1 || !passage) throw new Error(`“${quote}” is not in the text`);
  return { ...passage, id, isKnown: true, isChanged: false, isResolved: false };
}

function drawn(text: string, marks: readonly PassageMark[]): string {
  return renderToStaticMarkup(<MarkdownView text={text} rehypePlugins={[[passages, { marks }]]} />);
}

/** The text below the marks of one thread, put together. */
function markedText(html: string, id: string): string {
  const found = [...html.matchAll(/<mark data-thread="([^"]*)"[^>]*>([^<]*)<\/mark>/g)];
  return found
    .filter((match) => match[1]?.split(' ').includes(id))
    .map((match) => match[2])
    .join('');
}

describe('passages in a text', () => {
  const text = [
    'Rates change *a few* times, see [the list](https://example.test).',
    '- one `tax_rate` two\n- three',
    '| A | B |\n|---|---|\n| c | d |',
    '```ts\nconst rate = 1;\nreturn rate;\n```',
  ].join('\n\n');

  test.each([
    ['change a few times', 'change a few times'],
    ['see the list', 'see the list'],
    ['one tax_rate two', 'one tax_rate two'],
    ['two\nthree', 'twothree'],
    ['c\nd', 'cd'],
    ['rate = 1;\nreturn', 'rate = 1;\nreturn'],
  ])('“%s” is marked wherever it stands', (quote, shown) => {
    const html = drawn(text, [markOf(text, quote, 't1')]);
    expect(markedText(html, 't1')).toBe(shown);
    expect(html.match(/data-thread-place="t1"/g)).toHaveLength(1);
  });

  test('lets two overlap', () => {
    const html = drawn(text, [markOf(text, 'Rates change a few', 't1'), markOf(text, 'a few times', 't2')]);
    expect(markedText(html, 't1')).toBe('Rates change a few');
    expect(markedText(html, 't2')).toBe('a few times');
  });

  test('changes nothing but the marks', () => {
    const html = drawn(text, [markOf(text, 'change a few times', 't1'), markOf(text, 'c\nd', 't2')]);
    const without = html.replace(/<mark [^>]*>|<\/mark>/g, '').replace(/<a [^>]*data-thread-place[^>]*><\/a>/g, '');
    expect(without).toBe(drawn(text, []));
  });

  test('puts no link into a link, and no element between cells or items', () => {
    const html = drawn(text, [markOf(text, 'list', 't1'), markOf(text, 'two\nthree\nA\nB', 't2')]);
    expect(html).not.toContain('data-thread-place="t1"');
    expect(html).not.toMatch(/<\/li>\s*<mark|<\/t[dh]>\s*<mark/);
  });

  test('shows where a passage stood that is gone', () => {
    const mark = { ...markOf(text, 'a few', 't1'), isChanged: true };
    const edited = text.replace('*a few*', 'some').replace('Rates change', 'And rates change');
    const gone = { ...mark, prefix: 'intro. And rates change ', suffix: mark.suffix };
    const html = drawn(`An intro. ${edited}`, [gone]);
    expect(html).toContain('data-changed');
    expect(markedText(html, 't1')).toBe('some');
  });

  test('leaves what is no passage alone', () => {
    const diagram = `${text}\n\n\`\`\`mermaid\ngraph TD; rate-->list\n\`\`\``;
    expect(drawn(diagram, [markOf(diagram, 'graph TD', 't1')])).not.toContain('<mark');
  });
});

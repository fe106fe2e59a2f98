import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wikiToMarkdown } from '@/server/domain/importing/wiki-markup';

describe('wikiToMarkdown', () => {
  it.each([
    ['a heading', 'h2. Context', '## Context'],
    ['the lowest heading', 'h6. Note', '###### Note'],
    ['bold', 'Seen in *checkout* now', 'Seen in **checkout** now'],
    ['bold at both ends', '*all of it*', '**all of it**'],
    ['italics, which are the same', 'is _slow_', 'is _slow_'],
    ['struck text', 'was -slow- once', 'was ~~slow~~ once'],
    ['monospace', 'call {{db.query()}}', 'call `db.query()`'],
    ['a link', 'See [the runbook|https://example.test/runbook].', 'See [the runbook](https://example.test/runbook).'],
    ['a link with a tooltip', '[a|https://e.test|tip]', '[a](https://e.test)'],
    ['a smart link', '[https://e.test/x|https://e.test/x|smart-link]', '[https://e.test/x](https://e.test/x)'],
    ['a bare link', '[https://e.test/x]', '<https://e.test/x>'],
    ['brackets in a link', '[a|https://e.test/x(y)]', '[a](https://e.test/x%28y%29)'],
    ['bullets', '* one\n** two\n*** three', '- one\n   - two\n      - three'],
    ['numbers', '# one\n# two', '1. one\n1. two'],
    ['numbers below bullets', '* one\n*# two', '- one\n   1. two'],
    ['a quote line', 'bq. said so', '> said so'],
    ['a quote block', '{quote}\nsaid *so*\n\ntwice\n{quote}\nafter', '> said **so**\n>\n> twice\n\nafter'],
    ['code on one line', '{code}SELECT 1{code}', '```\nSELECT 1\n```'],
    ['code with a language', '{code:java}\nint x = a *b* c;\n{code}', '```java\nint x = a *b* c;\n```'],
    [
      'code with a title and a language',
      '{code:title=Foo.sql|language=SQL}\nSELECT 1\n{code}',
      '```sql\nSELECT 1\n```',
    ],
    ['text before and after code', 'a {code}b{code} c', 'a\n\n```\nb\n```\nc'],
    ['preformatted text', '{noformat}\n* as is *\n{noformat}', '```\n* as is *\n```'],
    ['code that is never closed', '{code}\nSELECT 1', '```\nSELECT 1\n```'],
    ['code that holds a fence', '{code}\n```\nx\n{code}', '````\n```\nx\n````'],
    ['a table', '||Name||SLA||\n|psp|99.9|', '| Name | SLA |\n| --- | --- |\n|psp|99.9|'],
    ['a rule', 'a\n----\nb', 'a\n---\nb'],
    ['colour', '{color:red}hot{color}', 'hot'],
    ['CRLF', 'a\r\nb', 'a\nb'],
  ])('converts %s', (_, wiki, markdown) => {
    expect(wikiToMarkdown(wiki)).toBe(markdown);
  });

  it.each([
    ['mentions', 'Ask [~accountid:5f1c:ab-12] or [~kbrandt].'],
    ['images', '!screen-shot.png|width=300!'],
    ['a script, as text for the renderer to neutralise', '<script>alert(1)</script>'],
    ['a link that is no web address', '[x|javascript:alert(1)]'],
    ['multiplication', '2 * 3 * 4 and a*b*c'],
    ['ranges and flags', 'from 2020-01-02 to 2020-03-04 with --dry-run -v'],
    ['snake case', 'the order_line_item table'],
    ['addresses with underscores and stars', 'https://e.test/a_b_c*d*e'],
    ['a Markdown heading', '## Context'],
    ['Markdown bold', 'is **very** slow'],
    ['a Markdown link', '[runbook](https://e.test/*x*)'],
    ['Markdown bullets and fences', '- one\n\n```js\nh1. not a heading\n*x*\n```'],
    ['inline code', 'run `a *b* c`'],
    ['macros it does not know', '{panel:title=x}y{panel}'],
  ])('leaves %s as written', (_, text) => {
    expect(wikiToMarkdown(text)).toBe(text);
  });

  it('loses no word and never throws, whatever the text', () => {
    const token = fc.constantFrom(
      '*',
      '_',
      '-',
      '{code}',
      '{quote}',
      '{noformat}',
      '[',
      ']',
      '|',
      '!',
      'h1. ',
      '# ',
      '* ',
      '\n',
      ' ',
      'word',
      '{{',
      '}}',
      '```',
      '(',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const words = (text: string): number => text.match(/word/g)?.length ?? 0;
        expect(words(wikiToMarkdown(tokens.join('')))).toBe(words(tokens.join('')));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void wikiToMarkdown(text)));
  });

  it('gets through text made to make patterns backtrack', () => {
    const nasty = [
      '*a '.repeat(20_000),
      '['.repeat(50_000),
      '{color:'.repeat(20_000),
      '!'.repeat(50_000),
      '-a'.repeat(30_000),
      '{{'.repeat(30_000),
      '{quote}a'.repeat(12_000),
      '{code}x{code}'.repeat(7_000),
      '{code:'.repeat(16_000),
      '[a]('.repeat(25_000),
      '[~'.repeat(50_000),
    ];
    for (const text of nasty) expect(wikiToMarkdown(text).length).toBeGreaterThan(0);
  });
});

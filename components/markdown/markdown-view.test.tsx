import type { Root } from 'hast';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { isOwnImage } from './image-source';
import { MarkdownView, type MarkdownViewProps } from './markdown-view';

function html(text: string, props: Partial<MarkdownViewProps> = {}): string {
  return renderToStaticMarkup(<MarkdownView text={text} {...props} />);
}

const id = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';

describe('Markdown of anybody', () => {
  test.each([
    ['a script', '<script>alert(1)</script>\n\ntext'],
    ['an event handler', '<img src="x" onerror="alert(1)">'],
    ['a drawing with script', '<svg onload="alert(1)"><script>alert(1)</script></svg>'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a style sheet', '<style>body { display: none }</style>'],
    ['a form', '<form action="https://example.com"><input name="password"></form>'],
  ])('has no markup of its own: %s', (_name, text) => {
    const shown = html(text);
    expect(shown).not.toMatch(/<(?:script|svg|iframe|style|form|img)\b/);
    expect(shown.replace(/&lt;[^&]*&gt;/g, '')).not.toMatch(/\son\w+=/);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'java&Tab;script:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
  ])('links nowhere it could run or read: %s', (address) => {
    const shown = html(`[press](<${address}>)`);
    expect(shown).not.toContain('href');
    expect(shown).toContain('press');
  });

  test('keeps links to the web, to mail and into the workspace, and tells nobody where they were pressed', () => {
    const shown = html('[a](https://example.com) [b](mailto:ana@northwind.example) [c](/w/northwind/backlog/TD-31)');
    expect(shown.match(/href="/g)).toHaveLength(3);
    expect(shown.match(/rel="noopener noreferrer nofollow"/g)).toHaveLength(3);
  });

  test('leaves keys such as TD-12 text', () => {
    expect(html('See TD-12.')).not.toContain('<a');
  });

  test('shows pictures kept here, and links to all others', () => {
    const own = html(`![The flow](/w/northwind/images/${id})`);
    expect(own).toContain(`<img src="/w/northwind/images/${id}" alt="The flow" loading="lazy"`);
    const other = html('![Tracker](https://evil.example/pixel.png)');
    expect(other).not.toContain('<img');
    expect(other).toContain('href="https://evil.example/pixel.png"');
    expect(html('![x](data:image/svg+xml,<svg onload=alert(1)>)')).not.toMatch(/<img|href|src/);
  });

  test.each([
    [`/w/northwind/images/${id}`, true],
    [`//evil.example/w/northwind/images/${id}`, false],
    [`https://evil.example/w/northwind/images/${id}`, false],
    [`/w/northwind/images/${id}/../../../api/v1/export`, false],
    [`/w/../images/${id}`, false],
    [`/w/northwind/images/${id}?x=1`, false],
  ])('takes %s for a picture kept here: %s', (source, expected) => {
    expect(isOwnImage(source)).toBe(expected);
  });

  test('finds the way from a footnote to its text and back', () => {
    const shown = html('One[^1].\n\n[^1]: Two.');
    expect(shown).toContain('href="#user-content-fn-1"');
    expect(shown).toContain('id="user-content-fn-1"');
    expect(shown).toContain('id="user-content-fnref-1"');
  });
});

describe('fences', () => {
  test('are coloured where the language is known, with the text unchanged', () => {
    const code = 'const a = "<b>"; // x';
    const shown = html(`\`\`\`ts\n${code}\n\`\`\``);
    expect(shown).toContain('class="hljs-keyword"');
    expect(shown.replace(/<[^>]+>/g, '')).toContain('const a = &quot;&lt;b&gt;&quot;; // x');
  });

  test('stay plain where it is not', () => {
    expect(html('```cobol\nMOVE A TO B.\n```')).toContain('<code class="language-cobol">MOVE A TO B.\n</code>');
  });

  test('of Mermaid are figures no passage can be taken from, with their source as text', () => {
    const shown = html('```mermaid\nflowchart LR\n  a["<script>alert(1)</script>"] --> b\n```');
    expect(shown).toContain('<figure data-no-passage');
    expect(shown).toContain('flowchart LR');
    expect(shown).not.toContain('<script');
    expect(shown).not.toContain('<svg');
  });

  test('cannot be made from classes: only a fence draws', () => {
    expect(html('<figure data-mermaid>flowchart LR</figure>')).not.toContain('<figure');
  });
});

describe('headings', () => {
  test('begin one level below the page, whichever the text begins with, and keep their distance', () => {
    expect(html('## Context\n\n### Forces')).toMatch(/<h2>Context<\/h2>\s*<h3>Forces<\/h3>/);
    expect(html('# Title\n\n## Context')).toMatch(/<h2>Title<\/h2>\s*<h3>Context<\/h3>/);
    expect(html('### Late\n\n# Early', { topHeading: 3 })).toMatch(/<h5>Late<\/h5>\s*<h3>Early<\/h3>/);
  });
});

describe('tables', () => {
  const table = (first: string) => html(`| Option | Effort |\n| --- | ---: |\n| ${first} | 2 d |`);

  test('mark the row that says it is chosen', () => {
    expect(table('Solid, chosen')).toContain('<tr data-chosen="">');
    expect(table('Solid')).not.toContain('<tr data-chosen');
    expect(table('Ideal, not chosen')).not.toContain('<tr data-chosen');
  });

  test('keep the alignment of their columns', () => {
    expect(table('Solid')).toContain('text-align:right');
  });
});

test('further plugins see the text after it was sanitised', () => {
  const seen: string[] = [];
  const look = () => (tree: Root) => {
    seen.push(JSON.stringify(tree));
  };
  html('[a](javascript:alert(1)) `b`', { rehypePlugins: [look] });
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toContain('javascript:');
});

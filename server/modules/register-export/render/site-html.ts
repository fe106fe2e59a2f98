import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

/** Where links and pictures of a text lead in the site; null where they lead nowhere, so that the text stays alone. */
export type Address = { link: (url: string) => string | null; image: (url: string) => string | null };

// Whatever the sanitiser lets through, nothing but these comes out.
const attributes: Readonly<Record<string, string>> = {
  href: 'href',
  src: 'src',
  alt: 'alt',
  title: 'title',
  align: 'align',
  start: 'start',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  type: 'type',
  checked: 'checked',
  disabled: 'disabled',
  id: 'id',
  dateTime: 'datetime',
};
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);
const names =
  /^(?:a|b|blockquote|br|code|dd|del|details|div|dl|dt|em|h[1-6]|hr|i|img|input|kbd|li|ol|p|pre|s|section|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)$/;

function attributesOf({ properties }: Element): string {
  return Object.entries(properties)
    .map(([name, value]) => {
      const written = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (written === undefined || value === null || value === undefined || value === false) return '';
      return value === true ? ` ${written}` : ` ${written}="${escapeHtml(String(value))}"`;
    })
    .join('');
}

function written(nodes: readonly (RootContent | ElementContent)[], address: Address): string {
  return nodes.map((node) => (node.type === 'text' ? escapeHtml(node.value) : elementHtml(node, address))).join('');
}

function elementHtml(node: RootContent | ElementContent, address: Address): string {
  if (node.type !== 'element') return '';
  const inner = written(node.children, address);
  if (!names.test(node.tagName)) return inner;
  if (node.tagName === 'a') {
    const url = typeof node.properties.href === 'string' ? address.link(node.properties.href) : null;
    return url === null ? inner : `<a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow">${inner}</a>`;
  }
  if (node.tagName === 'img') {
    const { src, alt } = node.properties;
    const text = escapeHtml(typeof alt === 'string' ? alt : '');
    const url = typeof src === 'string' ? address.image(src) : null;
    if (url !== null) return `<img src="${escapeHtml(url)}" alt="${text}" loading="lazy">`;
    const elsewhere = typeof src === 'string' ? address.link(src) : null;
    return elsewhere === null
      ? text
      : `<a href="${escapeHtml(elsewhere)}" rel="noopener noreferrer nofollow">${text || escapeHtml(elsewhere)}</a>`;
  }
  // The page has its title as its only first heading.
  const tag = /^h[1-5]$/.test(node.tagName) ? `h${Math.max(2, Number(node.tagName[1]))}` : node.tagName;
  const open = `<${tag}${attributesOf(node)}>`;
  if (empty.has(tag)) return open;
  const html = `${open}${inner}</${tag}>`;
  return tag === 'table' ? `<div class="scroll">${html}</div>` : html;
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize);

/** Markdown as HTML in which nothing can run and nothing is fetched from elsewhere: raw HTML is left out. */
export function markdownHtml(text: string, address: Address): string {
  const tree: Root = processor.runSync(processor.parse(text));
  return written(tree.children, address);
}

/** A text as it stands. */
export const preformattedHtml = (text: string): string => `<pre><code>${escapeHtml(text)}\n</code></pre>`;

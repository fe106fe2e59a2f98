import type { Nodes, Root, Text } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isTangled } from './tangled';

const blocks = new Set(
  ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'section', 'div'].concat([
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'dl',
    'dt',
    'dd',
  ]),
);

/** A document's text, and where in it each text node begins. */
export type ReadText = { text: string; starts: ReadonlyMap<Text, number> };

/**
 * The text of a tree as a reader sees it: text nodes in order, a line break between blocks. The same for a tree before and
 * after sanitizing and highlighting, as both leave the text alone.
 */
export function readText(tree: Nodes): ReadText {
  const starts = new Map<Text, number>();
  const parts: string[] = [];
  let length = 0;
  let endsLine = true;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
    endsLine = part.endsWith('\n');
  };
  // A stack of our own: a quote nested ten thousand deep must not end in a full call stack.
  const stack: (Nodes | 'border')[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'border') {
      if (!endsLine) add('\n');
    } else if (node.type === 'text') {
      // The line break that the parser puts between blocks stands there already.
      if (node.value === '\n' && endsLine) continue;
      starts.set(node, length);
      if (node.value) add(node.value);
    } else if ('children' in node) {
      const isBlock = node.type === 'element' && blocks.has(node.tagName);
      if (isBlock && !endsLine) add('\n');
      if (isBlock) stack.push('border');
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child && child.type !== 'doctype') stack.push(child);
      }
    }
  }
  return { text: parts.join(''), starts };
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

/**
 * What a reader sees of a Markdown text (GitHub's dialect, raw HTML left out), in which passages are looked for. A text
 * too tangled to be read as Markdown stands for itself.
 */
export function documentText(markdown: string): string {
  if (isTangled(markdown)) return markdown;
  let tree: Root;
  try {
    tree = processor.runSync(processor.parse(markdown));
  } catch (error) {
    if (error instanceof RangeError) return markdown;
    throw error;
  }
  return readText(tree).text;
}

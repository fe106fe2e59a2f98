import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mentionScheme as scheme } from './mention-text';

/** A member named in a comment, and where: offsets into the Markdown, `@` and link together. */
export type Mention = { member: string; name: string; start: number; end: number };

const memberLink = /\]\(member:/;
const processor = unified().use(remarkParse).use(remarkGfm);

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Who is named in a comment, in order. What stands in code names nobody. */
export function mentionsIn(markdown: string): Mention[] {
  if (!memberLink.test(markdown)) return [];
  const found: Mention[] = [];
  const stack: Nodes[] = [processor.parse(markdown)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === 'link' && node.url.startsWith(scheme) && start !== undefined && end !== undefined) {
      if (markdown[start - 1] === '@') {
        found.push({ member: node.url.slice(scheme.length).toLowerCase(), name: wordsOf(node), start: start - 1, end });
      }
    } else if ('children' in node) {
      stack.push(...node.children.toReversed());
    }
  }
  return found;
}

/** The Markdown with each mention drawn as `draw` says, such as `**@Mira Kaur**`. */
export function withMentions(markdown: string, draw: (mention: Mention) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const mention of mentionsIn(markdown)) {
    parts.push(markdown.slice(at, mention.start), draw(mention));
    at = mention.end;
  }
  return parts.join('') + markdown.slice(at);
}

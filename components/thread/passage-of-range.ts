import { documentText } from '@/server/domain/anchoring/document-text';
import { anchorOf, type Passage, passageFinder } from '@/server/domain/anchoring/passage';
import { blocks, outside } from './article-passage';

/** The text of an article as it stands on the page, and which part of it a range covers. */
function readArticle(article: HTMLElement, range: Range): { text: string; start: number; end: number } | null {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) return node.matches(outside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  let text = '';
  let block: Element | null = null;
  let [start, end] = [-1, -1];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const value = node.nodeValue ?? '';
    const own = node.parentElement?.closest(blocks) ?? null;
    if (own !== block && text !== '' && !text.endsWith('\n')) text += '\n';
    block = own;
    if (value !== '' && range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : value.length;
      if (start === -1) start = text.length + from;
      end = text.length + to;
    }
    text += value;
  }
  return start === -1 || end <= start ? null : { text, start, end };
}

/**
 * The passage of a Markdown text that a range on the page covers, as its anchor is stored; null where that is no text of it,
 * such as a drawing. The page and the Markdown may differ in white space, so the passage is looked up in what a reader sees.
 */
export function passageOfRange(article: HTMLElement, range: Range, markdown: string): Passage | null {
  const read = readArticle(article, range);
  const shown = read && anchorOf(read.text, read.start, read.end);
  if (!shown) return null;
  const text = documentText(markdown);
  const place = passageFinder(text)(shown, { isKnown: true });
  return place && anchorOf(text, place.start, place.end);
}

import { documentText } from '@/server/domain/anchoring/document-text';
import { anchorOf, type Passage, passageFinder } from '@/server/domain/anchoring/passage';

const blocks = 'p,li,td,th,h1,h2,h3,h4,h5,h6,pre,blockquote,dt,dd';
const outside = '[data-no-passage], svg, script, style, button, .sr-only';

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

/** Whether a range covers any text that can be commented on: quick enough to ask with every change of the selection. */
export function coversText(article: HTMLElement, range: Range): boolean {
  if (range.collapsed || !range.intersectsNode(article) || range.toString().trim() === '') return false;
  const { commonAncestorContainer: within } = range;
  const element = within instanceof Element ? within : within.parentElement;
  return (
    element !== null && (article.contains(element) || element.contains(article)) && element.closest(outside) === null
  );
}

/** The paragraphs, items, cells and code of an article, one after the other, without those that only hold others. */
export function blocksOf(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(blocks)].filter((element) => {
    if (element.closest(outside) || (element.textContent ?? '').trim() === '') return false;
    return element.tagName === 'LI' ? !element.querySelector('p') : !element.querySelector(blocks);
  });
}

/** A range over a block's own text: an item without the items under it. */
export function rangeOfBlock(block: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(block);
  const nested = block.tagName === 'LI' ? block.querySelector('ul, ol') : null;
  if (nested) range.setEndBefore(nested);
  return range;
}

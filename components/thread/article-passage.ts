// What is drawn or comes from elsewhere is no passage of the text.
export const outside = '[data-no-passage], svg, script, style, button, .sr-only';
export const blocks = 'p,li,td,th,h1,h2,h3,h4,h5,h6,pre,blockquote,dt,dd';

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

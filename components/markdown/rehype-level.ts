import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

function levelOf({ tagName }: Element): number | null {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.slice(1)) : null;
}

/** Makes a text's highest heading an h1, whichever it begins with, so that a page's outline leaves no level out. */
export function rehypeLevel() {
  return (tree: Root) => {
    let highest = 6;
    visit(tree, 'element', (node) => {
      highest = Math.min(highest, levelOf(node) ?? highest);
    });
    visit(tree, 'element', (node) => {
      const level = levelOf(node);
      if (level) node.tagName = `h${level - highest + 1}`;
    });
  };
}

import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from './rehype-fence';

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'td';
}

/** Marks the row of a table of options whose first cell says "chosen": "Solid, chosen", "Redis (chosen)". */
export function rehypeChosenRow() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'tr') return;
      const first = node.children.find(isCell);
      if (first && /(?<!not |un)\bchosen\b/i.test(textOf(first))) node.properties.dataChosen = '';
    });
  };
}

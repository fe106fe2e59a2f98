import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { highlighted } from './code-language';

function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

/** All text below a node, in reading order. */
export function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map((child) => (child.type === 'doctype' ? '' : textOf(child))).join('')
    : '';
}

function languageOf(code: Element): string {
  const { className } = code.properties;
  const name = Array.isArray(className) ? className.find((one) => String(one).startsWith('language-')) : undefined;
  return String(name ?? '')
    .slice('language-'.length)
    .toLowerCase();
}

/**
 * Colours the code of fences whose language is known, and makes a figure of a Mermaid fence. The figure carries
 * `data-no-passage`: what is drawn is not the text, so no passage of it can be commented.
 */
export function rehypeFence() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      const code = node.children[0];
      if (node.tagName !== 'pre' || !isElement(code, 'code') || index === undefined || !parent) return;
      const language = languageOf(code);
      if (language === 'mermaid') {
        parent.children[index] = {
          ...node,
          tagName: 'figure',
          properties: { dataNoPassage: '', dataMermaid: '' },
          children: [{ type: 'text', value: textOf(code) }],
        };
        return;
      }
      const coloured = highlighted(textOf(code), language);
      if (coloured) code.children = coloured.filter((child) => child.type !== 'doctype');
    });
  };
}

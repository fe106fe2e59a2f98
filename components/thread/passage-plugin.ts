import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { readText } from '@/server/domain/anchoring/document-text';
import { gapOf, passageFinder, type Range } from '@/server/domain/anchoring/passage';
import type { PassageMark } from './passage-mark';

type Placed = Range & { mark: PassageMark };

function placed(text: string, marks: readonly PassageMark[]): Placed[] {
  const find = passageFinder(text);
  return marks.flatMap((mark) => {
    const range = mark.isChanged ? gapOf(text, mark) : find(mark, { isKnown: mark.isKnown });
    return range ? [{ ...range, mark }] : [];
  });
}

/** The text of a node cut wherever a passage begins or ends in it. */
function cuts(length: number, from: number, ranges: readonly Placed[]): number[] {
  const inside = ranges.flatMap(({ start, end }) => [start - from, end - from]);
  return [...new Set([0, ...inside.filter((at) => at > 0 && at < length), length])].sort((a, b) => a - b);
}

function markElement(value: string, ranges: readonly Placed[]): Element {
  return {
    type: 'element',
    tagName: 'mark',
    properties: {
      dataThread: ranges.map(({ mark }) => mark.id).join(' '),
      dataChanged: ranges.every(({ mark }) => mark.isChanged) ? '' : undefined,
      dataResolved: ranges.every(({ mark }) => mark.isResolved) ? '' : undefined,
    },
    children: [{ type: 'text', value }],
  };
}

/** The place of a thread in the text: a link to it for those who come by keyboard, without a word that could be copied. */
function placeElement({ mark }: Placed): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#thread-${mark.id}`,
      dataNoPassage: '',
      dataThreadPlace: mark.id,
      ariaLabel: mark.isChanged
        ? 'Go to the discussion of a text that stood here'
        : 'Go to the discussion of this passage',
    },
    children: [],
  };
}

function marked(node: Text, from: number, ranges: readonly Placed[], isInLink: boolean): ElementContent[] {
  const to = from + node.value.length;
  const touching = ranges.filter(({ start, end }) => start < to && end > from);
  const begun = ranges.filter(({ start, end }) => start >= from && (start < to || (start === end && start === to)));
  if (touching.length === 0 && begun.length === 0) return [node];
  const ends = cuts(node.value.length, from, [...touching, ...begun]);
  const pieces: ElementContent[] = [];
  for (const [index, at] of ends.entries()) {
    // A link within a link would be torn apart by the browser.
    if (!isInLink) pieces.push(...begun.filter(({ start }) => start - from === at).map(placeElement));
    const next = ends[index + 1];
    if (next === undefined) break;
    const value = node.value.slice(at, next);
    const over = touching.filter(({ start, end }) => start - from <= at && end - from >= next);
    pieces.push(over.length > 0 ? markElement(value, over) : { type: 'text', value });
  }
  return pieces;
}

type Parent = Root | Element;

function isOutside(node: Element): boolean {
  return node.properties.dataNoPassage !== undefined;
}

/**
 * A rehype plugin that wraps the passages of threads in `<mark data-thread="id">` (several ids where they overlap), one for
 * each piece of text they cover, and puts a link to the thread where each begins. Runs last, on the text as it is shown.
 */
export function passages({ marks }: { marks: readonly PassageMark[] }) {
  return (tree: Root) => {
    if (marks.length === 0) return;
    const { text, starts } = readText(tree);
    const ranges = placed(text, marks);
    if (ranges.length === 0) return;
    const visit = (parent: Parent, isInLink: boolean) => {
      const children: RootContent[] = [];
      for (const child of parent.children) {
        if (child.type === 'element') {
          if (!isOutside(child)) visit(child, isInLink || child.tagName === 'a');
          children.push(child);
          continue;
        }
        const from = child.type === 'text' ? starts.get(child) : undefined;
        // Space between blocks, such as between the cells of a table, is no place for an element.
        if (child.type !== 'text' || from === undefined || child.value.trim() === '') children.push(child);
        else children.push(...marked(child, from, ranges, isInLink));
      }
      parent.children = children as typeof parent.children;
    };
    visit(tree, false);
  };
}

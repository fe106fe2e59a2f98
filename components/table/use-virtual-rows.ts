'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { scrollPane, useOffsetInPane } from './use-measure';

export type VirtualRows = {
  /** The indices drawn now. */
  indices: number[];
  /** Pixels of the rows above and below that are not drawn. */
  above: number;
  below: number;
  scrollTo: (index: number) => void;
};

type Options = {
  body: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  /** Pixels of the heading above a row, for rows that begin a group; 0 for the others. */
  headingAbove?: (index: number) => number;
  /** Pixels a sticky header covers at the top of the pane. */
  covered: number;
  onEndReached?: () => void;
};

const AHEAD = 12;

/** Draws only the rows in sight of the scroll pane, and says when the end comes into sight. */
export function useVirtualRows(options: Options): VirtualRows {
  'use no memo';
  const { body, count, rowHeight, headingAbove, covered, onEndReached } = options;
  const scrollMargin = useOffsetInPane(body);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollPane(body.current),
    estimateSize: (index) => rowHeight + (headingAbove?.(index) ?? 0),
    overscan: 10,
    scrollMargin,
    scrollPaddingStart: covered,
    // The first screenful is drawn on the server and before the pane is measured.
    initialRect: { width: 1_000, height: 900 },
    useFlushSync: false,
  });
  // Sizes are asked for once; a row that came to begin a group has to be asked again.
  const headings = headingAbove ? Array.from({ length: count }, (_, index) => headingAbove(index)).join() : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes change with the headings alone
  useEffect(() => virtualizer.measure(), [headings, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items[items.length - 1];
  const lastIndex = last?.index ?? -1;
  useEffect(() => {
    if (count > 0 && lastIndex >= count - AHEAD) onEndReached?.();
  }, [count, lastIndex, onEndReached]);
  return {
    indices: items.map((item) => item.index),
    above: first ? first.start - scrollMargin : 0,
    below: last ? virtualizer.getTotalSize() - (last.end - scrollMargin) : 0,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

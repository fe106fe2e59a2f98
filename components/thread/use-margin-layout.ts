'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeCards } from './place-cards';

/** From this width on the cards stand beside the text: reading column, gap and margin. */
export const wideFrom = 832;

type Layout = { isWide: boolean; tops: ReadonlyMap<string, number>; height: number; order: readonly string[] };
const narrow: Layout = { isWide: false, tops: new Map(), height: 0, order: [] };

function sameLayout(a: Layout, b: Layout): boolean {
  return (
    a.isWide === b.isWide &&
    a.height === b.height &&
    a.order.length === b.order.length &&
    a.order.every((id, index) => id === b.order[index] && a.tops.get(id) === b.tops.get(id))
  );
}

/** Where each passage is in the text, by thread; the first of its pieces counts. */
function placesIn(article: HTMLElement, top: number): Map<string, number> {
  const places = new Map<string, number>();
  for (const mark of article.querySelectorAll<HTMLElement>('[data-thread], [data-thread-place]')) {
    const at = mark.getBoundingClientRect().top - top;
    const { thread, threadPlace } = mark.dataset;
    for (const id of (thread ?? threadPlace ?? '').split(' ')) {
      if (!places.has(id)) places.set(id, at);
    }
  }
  return places;
}

/**
 * Keeps the cards of a margin level with their passages. All is measured first and written once, after the text or a card
 * has changed its size; `register` is the ref of each card. `key` says when the passages are other ones.
 */
export function useMarginLayout(options: {
  frame: RefObject<HTMLElement | null>;
  article: RefObject<HTMLElement | null>;
  ids: readonly string[];
  active: string | null;
  headHeight: number;
  key: unknown;
}) {
  const { frame, article, ids, active, headHeight, key } = options;
  const [layout, setLayout] = useState<Layout>(narrow);
  const cards = useRef(new Map<string, HTMLElement>());
  const observer = useRef<ResizeObserver | null>(null);
  const measure = useRef(() => undefined as undefined);

  const now = useCallback(() => {
    const [box, text] = [frame.current, article.current];
    if (!box || !text) return undefined;
    const { top, width } = box.getBoundingClientRect();
    const places = placesIn(text, top);
    const wanted = ids.map((id) => {
      return { id, at: places.get(id) ?? null, height: cards.current.get(id)?.offsetHeight ?? 0 };
    });
    const sorted = wanted.toSorted((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE));
    const isWide = width >= wideFrom;
    const placed = isWide ? placeCards(sorted, active, headHeight) : { tops: narrow.tops, height: 0 };
    const next = { isWide, ...placed, order: sorted.map((card) => card.id) };
    setLayout((was) => (sameLayout(was, next) ? was : next));
    return undefined;
  }, [frame, article, ids, active, headHeight]);

  useLayoutEffect(() => {
    measure.current = now;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other passages stand at other places
  useLayoutEffect(() => {
    now();
  }, [now, key]);
  useEffect(() => {
    // The browser tells of all changes of a frame at once, before it draws.
    const watching = new ResizeObserver(() => measure.current());
    observer.current = watching;
    for (const element of [frame.current, article.current, ...cards.current.values()]) {
      if (element) watching.observe(element);
    }
    return () => watching.disconnect();
  }, [frame, article]);

  const register = useCallback((id: string, element: HTMLElement | null) => {
    const was = cards.current.get(id);
    if (was && was !== element) observer.current?.unobserve(was);
    if (element) {
      cards.current.set(id, element);
      observer.current?.observe(element);
    } else cards.current.delete(id);
  }, []);
  return { layout, register };
}

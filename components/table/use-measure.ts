'use client';

import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';

const PHONE = '(max-width: 639.98px)';

function watchPhone(changed: () => void): () => void {
  const query = window.matchMedia(PHONE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the window is as narrow as a phone; null on the server, where both layouts are sent and CSS shows one. */
export function useIsPhone(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    watchPhone,
    () => window.matchMedia(PHONE).matches,
    () => null,
  );
}

/** The width of an element in whole pixels; null until it is measured. */
export function useWidth(ref: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

// React warns of layout effects on the server, where there is nothing to measure.
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** How far below the top of its scroll pane an element begins; what stands above may grow, so each render looks again. */
export function useOffsetInPane(ref: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useIsomorphicLayoutEffect(() => {
    const pane = scrollPane(ref.current);
    if (!ref.current || !pane) return;
    const next = Math.round(
      ref.current.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop,
    );
    if (next !== offset) setOffset(next);
  });
  return offset;
}

/** The element that scrolls around this one: PageFrame marks it with `data-scroll-pane`. */
export function scrollPane(element: HTMLElement | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-scroll-pane]') ?? null;
}

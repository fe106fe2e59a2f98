'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/shell/shortcuts';

function cardOf(id: string): HTMLElement | null {
  return document.getElementById(`thread-${id}`);
}

function pieceOf(article: HTMLElement | null, id: string): Element | null {
  return article?.querySelector(`[data-thread~="${CSS.escape(id)}"]`) ?? null;
}

/**
 * Which thread the reader is at, and the ways to one: J and K in the order of the text, the link before a passage, a press
 * on a passage, and an address that ends in `#thread-…`.
 */
export function useThreadFocus(options: {
  article: RefObject<HTMLElement | null>;
  /** In the order of the text. */
  order: readonly string[];
  /** Where the focus goes when the card it was in is folded away. */
  toggle: RefObject<HTMLElement | null>;
}) {
  const { article, order, toggle } = options;
  const [active, setActive] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const goTo = useCallback((id: string) => {
    setActive(id);
    setWanted(id);
  }, []);
  useEffect(() => {
    if (wanted === null) return;
    // The card first has to stand where the active one stands.
    const frame = requestAnimationFrame(() => {
      pieceOf(article.current, wanted)?.scrollIntoView({ block: 'nearest' });
      const card = cardOf(wanted);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'nearest' });
      setWanted(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, article]);
  const step = (by: 1 | -1) => {
    if (order.length === 0) return;
    const at = active === null ? -1 : order.indexOf(active);
    const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
    const id = order[next];
    if (id) goTo(id);
  };
  const enabled = order.length > 0;
  useShortcut({ keys: 'j', label: 'Next thread', scope: 'Discussion', run: () => step(1), enabled });
  useShortcut({ keys: 'k', label: 'Previous thread', scope: 'Discussion', run: () => step(-1), enabled });

  const had = useRef(order);
  useEffect(() => {
    const isGone = active !== null && had.current.includes(active) && !order.includes(active);
    had.current = order;
    if (!isGone) return;
    setActive(null);
    if (document.activeElement === document.body) toggle.current?.focus({ preventScroll: true });
  }, [order, active, toggle]);
  return { active, setActive, goTo };
}

/** The threads of the passage that was pressed, the one that is named by the link before it, or none. */
export function threadsAt(target: EventTarget): string[] {
  if (!(target instanceof Element)) return [];
  const link = target.closest<HTMLElement>('[data-thread-place]')?.dataset.threadPlace;
  if (link) return [link];
  // What is a link in the text goes where it leads.
  if (target.closest('a[href]')) return [];
  return target.closest<HTMLElement>('[data-thread]')?.dataset.thread?.split(' ') ?? [];
}

'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { DrawnText } from './draw-text';
import type { MarkedText } from './marked-text';

export const loadMarkedText = () => import('./marked-text');

/**
 * A text with its passages: what the server drew of it, until it says something else; from then on it is drawn here. What
 * was drawn stays while the parser is on its way.
 */
export function useDrawnText(text: string, marks: string, drawn: DrawnText | null): ReactNode {
  const [Marked, setMarked] = useState<typeof MarkedText | null>(null);
  const isDrawn = drawn !== null && drawn.text === text && drawn.marks === marks;
  useEffect(() => {
    if (isDrawn || Marked) return;
    let isGone = false;
    const load = async () => {
      const loaded = await loadMarkedText();
      if (!isGone) setMarked(() => loaded.MarkedText);
    };
    // Without it what was drawn stays, and the next change asks again.
    load().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isDrawn, Marked]);
  const element = drawn?.element ?? null;
  return useMemo(() => (Marked ? <Marked text={text} marks={marks} /> : element), [Marked, text, marks, element]);
}

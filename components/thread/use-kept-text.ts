'use client';

import { useCallback, useEffect, useState } from 'react';

const prefix = 'paydown.comment:';

/** What was kept for a place in this tab; '' where nothing was, or the browser keeps nothing. */
export function keptText(place: string): string {
  try {
    return window.sessionStorage.getItem(prefix + place) ?? '';
  } catch {
    return '';
  }
}

export function keepText(place: string, text: string): void {
  try {
    if (text === '') window.sessionStorage.removeItem(prefix + place);
    else window.sessionStorage.setItem(prefix + place, text);
  } catch {
    // A browser that keeps nothing: the text is still on screen.
  }
}

/** A text that is being written: kept in the tab with every letter, so that nothing is lost by a reload or a closed field. */
export function useKeptText(place: string, initial = '') {
  const [text, setText] = useState(initial);
  // The server draws the field too and knows of nothing kept, so it comes in after the first drawing.
  useEffect(() => {
    const kept = keptText(place);
    if (kept) setText(kept);
  }, [place]);
  const write = useCallback(
    (next: string) => {
      setText(next);
      keepText(place, next === initial ? '' : next);
    },
    [place, initial],
  );
  const forget = useCallback(() => {
    keepText(place, '');
    setText('');
  }, [place]);
  return { text, write, forget };
}

'use client';

import { useCallback, useEffect, useState } from 'react';
import { propertyOf } from '@/components/query/property';
import type { Passage } from '@/server/domain/anchoring/passage';
import { keepText, keptText } from './use-kept-text';

type Pending = Passage & { revision: number };

function keptAt(place: string): Pending | null {
  try {
    const kept: unknown = JSON.parse(keptText(`${place}:passage`));
    const [quote, prefix, suffix] = ['quote', 'prefix', 'suffix'].map((name) => propertyOf(kept, name));
    const revision = propertyOf(kept, 'revision');
    const isWhole = typeof quote === 'string' && typeof prefix === 'string' && typeof suffix === 'string';
    return isWhole && typeof revision === 'number' ? { quote, prefix, suffix, revision } : null;
  } catch {
    return null;
  }
}

/**
 * The passage on which a thread is being begun. It is kept in the tab with what is typed, so that a reload, or a new revision
 * of the text, loses neither.
 */
export function useNewThread(place: string, revision: number) {
  const [pending, setPending] = useState<Pending | null>(null);
  useEffect(() => {
    // Only with words: a passage that was merely chosen asks for nothing.
    setPending(keptText(place) ? keptAt(place) : null);
  }, [place]);
  const begin = useCallback(
    (passage: Passage) => {
      const next = { ...passage, revision };
      keepText(`${place}:passage`, JSON.stringify(next));
      setPending(next);
    },
    [place, revision],
  );
  const end = useCallback(() => {
    keepText(`${place}:passage`, '');
    setPending(null);
  }, [place]);
  return { pending, begin, end };
}

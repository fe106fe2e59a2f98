'use client';

import { useMemo } from 'react';
import type { PluggableList } from 'unified';
import type { Passage } from '@/server/domain/anchoring/passage';
import type { ThreadRecord } from '@/server/modules/thread/contract';
import { type PassageMark, passages } from './passage-plugin';
import { newThread } from './thread-margin';

const nothing: PluggableList = [];

function marksOf(threads: readonly ThreadRecord[], pending: Passage | null, isCurrent: boolean): PassageMark[] {
  const marks = threads.flatMap(({ id, anchor, changedInRevision, resolvedAt }) => {
    if (!anchor) return [];
    const { quote, prefix, suffix } = anchor;
    const isChanged = isCurrent && changedInRevision !== null;
    return [
      { id, quote, prefix, suffix, isKnown: isCurrent && !isChanged, isChanged, isResolved: resolvedAt !== null },
    ];
  });
  if (pending) marks.push({ ...pending, id: newThread, isKnown: true, isChanged: false, isResolved: false });
  return marks;
}

/** The plugin that marks the passages of threads; the same list until a mark changes, as the text is drawn anew with it. */
export function usePassageMarks(threads: readonly ThreadRecord[], pending: Passage | null, isCurrent: boolean) {
  const key = JSON.stringify(marksOf(threads, pending, isCurrent));
  return useMemo((): PluggableList => {
    const marks: PassageMark[] = JSON.parse(key);
    return marks.length > 0 ? [[passages, { marks }]] : nothing;
  }, [key]);
}

import type { Passage } from '@/server/domain/anchoring/passage';
import type { ThreadRecord } from '@/server/modules/thread/contract';
import { isOver } from './thread-words';

export type PassageMark = Passage & {
  /** Of the thread: becomes `data-thread`. */
  id: string;
  /** The server says that the passage is in this text: its best place is taken. */
  isKnown: boolean;
  /** The passage is gone: what stands in its place is marked, or only the place. */
  isChanged: boolean;
  isResolved: boolean;
};

/** The card in which a new thread is written stands among the others under this name. */
export const newThread = 'new';

/** The passages to mark: of the threads that are shown, and the one on which a thread is being begun. */
export function passageMarks(
  threads: readonly ThreadRecord[],
  pending: Passage | null,
  isCurrent: boolean,
): PassageMark[] {
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

/** The threads on passages that are shown at first. */
export function openOnPassages(threads: readonly ThreadRecord[]): ThreadRecord[] {
  return threads.filter((thread) => thread.anchor !== null && !isOver(thread));
}

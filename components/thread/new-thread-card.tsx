'use client';

import { useEffect, useRef } from 'react';
import type { Passage } from '@/server/domain/anchoring/passage';
import { CommentComposer } from './comment-composer';
import { shortQuote } from './thread-words';

type NewThreadCardProps = {
  workspace: string;
  place: string;
  passage: Passage;
  onPost: (text: string) => Promise<unknown>;
  onCancel: () => void;
};

/** The card in which a thread on a passage is begun. */
export function NewThreadCard({ workspace, place, passage, onPost, onCancel }: NewThreadCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Once it stands level with its passage.
    const frame = requestAnimationFrame(() => card.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={card} className="rounded-well border border-line-strong bg-surface p-3">
      <blockquote className="mb-2 border-l-2 border-warn pl-2.5 font-serif text-form text-ink-2 [overflow-wrap:anywhere]">
        {shortQuote(passage.quote)}
      </blockquote>
      <CommentComposer
        workspace={workspace}
        place={place}
        label="Comment on this passage"
        action="Comment"
        autoFocus
        onPost={onPost}
        onCancel={onCancel}
      />
    </div>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { cn } from '@/components/ui/cn';
import { TextButton } from '@/components/ui/text-link';
import type { Subject } from '@/server/modules/thread/contract';
import { CommentComposer } from './comment-composer';
import { ThreadCard } from './thread-card';
import { isOver, openText } from './thread-words';
import { useSeenMentions } from './use-seen-mentions';
import { subjectKey, useThreads } from './use-threads';

export type PageDiscussionProps = { workspace: string; subject: Subject; className?: string };

function linkedThread(): string | null {
  return /^#thread-([\w-]+)$/.exec(window.location.hash)?.[1] ?? null;
}

/** The threads about a record as a whole, and the field to begin one. Fetches `thread.list` itself. */
export function PageDiscussion({ workspace, subject, className }: PageDiscussionProps) {
  const { threads, canCreate, isPending, error, refetch, actions } = useThreads(workspace, subject);
  const [active, setActive] = useState<string | null>(null);
  const [showResolved, setShowResolved] = useState(false);
  useSeenMentions(workspace, subject, threads);
  const own = threads.filter((thread) => thread.anchor === null);
  const open = own.filter((thread) => !isOver(thread));
  const over = own.length - open.length;
  const shown = showResolved ? own : open;
  const isLoaded = !isPending;
  useEffect(() => {
    const id = isLoaded ? linkedThread() : null;
    if (!id) return;
    setActive(id);
    setShowResolved((was) => was || over > 0);
    document.getElementById(`thread-${id}`)?.scrollIntoView({ block: 'center' });
  }, [isLoaded, over]);
  if (isPending) return null;
  return (
    <section aria-label="Discussion" className={className}>
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">Discussion</h2>
        {over > 0 ? (
          <TextButton
            look="bare"
            aria-expanded={showResolved}
            className="text-label text-ink-2"
            onClick={() => setShowResolved(!showResolved)}
          >
            {showResolved ? 'Hide resolved' : openText(open.length, over)}
          </TextButton>
        ) : (
          <span className="text-label text-ink-3">{openText(open.length, 0)}</span>
        )}
      </div>
      {error ? (
        <p className="text-ink-2">
          {messageOf(error)} <TextButton onClick={() => void refetch()}>Try again</TextButton>
        </p>
      ) : null}
      {shown.map((thread) => (
        <ThreadCard
          key={thread.id}
          workspace={workspace}
          thread={thread}
          actions={actions}
          isActive={active === thread.id || open.length === 1}
          onActivate={setActive}
          look="plain"
        />
      ))}
      {canCreate ? (
        <div className={cn(shown.length > 0 && 'mt-3 border-t border-line pt-3')}>
          <CommentComposer
            workspace={workspace}
            place={`page:${workspace}:${subjectKey(subject)}`}
            label={shown.length > 0 ? 'Begin another thread' : 'Begin a thread'}
            action="Comment"
            isQuiet
            onPost={(body) => actions.create({ anchor: null, body })}
          />
        </div>
      ) : own.length === 0 ? (
        <p className="text-ink-3">Nobody has said anything yet.</p>
      ) : null}
    </section>
  );
}

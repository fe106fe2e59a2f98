'use client';

import { Check, FileDiff, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, memo, useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { controlClass } from '@/components/ui/input';
import { timeText } from '@/components/ui/local-time';
import { TextButton, TextLink } from '@/components/ui/text-link';
import type { ThreadRecord } from '@/server/modules/thread/contract';
import { CommentComposer } from './comment-composer';
import { CommentItem } from './comment-item';
import { shortQuote, threadTitle } from './thread-words';
import type { ThreadActions } from './use-threads';

export type ThreadCardProps = {
  workspace: string;
  thread: ThreadRecord;
  actions: ThreadActions;
  /** The one the reader is at: a darker edge and the field to answer in. */
  isActive: boolean;
  onActivate: (id: string) => void;
  /** Where the two texts are shown side by side, for a passage that changed. */
  changeHref?: string | undefined;
  /** The quote is not beside the card: it is shown in it. */
  showQuote?: 'always' | 'narrow';
  look?: 'card' | 'plain';
};

// Of a long thread its root and its end are read; the middle is one press away.
const shownAtEnd = 3;
const lineHeight = 20;
const lineLength = 35;

/** About how high what a card holds is, in px: so much room is kept for one that was not laid out yet. */
function likelyHeight({ comments }: ThreadRecord): number {
  const isLong = comments.length > shownAtEnd + 2;
  const shown = isLong ? [...comments.slice(0, 1), ...comments.slice(-shownAtEnd)] : comments;
  const lines = shown.reduce((sum, { body }) => sum + 1 + Math.max(1, Math.ceil(body.length / lineLength)), 0);
  return lines * lineHeight + (shown.length - 1) * 8 + (isLong ? 28 : 0) + 26;
}

function Changed({ thread, changeHref }: Pick<ThreadCardProps, 'thread' | 'changeHref'>) {
  const { anchor, changedInRevision } = thread;
  if (!anchor || changedInRevision === null) return null;
  return (
    <div className="mb-2.5">
      <p className="mb-1.5 flex items-center gap-1.5 text-label font-medium text-warn">
        <FileDiff aria-hidden className="size-3.5 shrink-0" />
        Text changed in revision {changedInRevision}
      </p>
      <blockquote className="border-l-2 border-line-strong pl-2.5 font-serif text-form text-ink-2 [overflow-wrap:anywhere]">
        {shortQuote(anchor.quote)}
      </blockquote>
      {changeHref ? <span className="sr-only">The text before and after is under Show change.</span> : null}
    </div>
  );
}

function Quote({ thread, showQuote }: Pick<ThreadCardProps, 'thread' | 'showQuote'>) {
  if (!thread.anchor || thread.changedInRevision !== null || !showQuote) return null;
  return (
    <blockquote
      className={cn(
        'mb-2 border-l-2 border-warn pl-2.5 font-serif text-form text-ink-2 [overflow-wrap:anywhere]',
        showQuote === 'narrow' && '@min-[832px]:hidden',
      )}
    >
      {shortQuote(thread.anchor.quote)}
    </blockquote>
  );
}

type CommentsProps = Pick<ThreadCardProps, 'workspace' | 'thread' | 'actions'> & { isAwake: boolean };

function Comments({ workspace, thread, actions, isAwake }: CommentsProps) {
  const [all, setAll] = useState(false);
  const { comments } = thread;
  const hidden = all || comments.length <= shownAtEnd + 2 ? 0 : comments.length - shownAtEnd - 1;
  const shown = hidden > 0 ? [...comments.slice(0, 1), ...comments.slice(-shownAtEnd)] : comments;
  return (
    <ol className="list-none">
      {shown.map((comment, index) => [
        hidden > 0 && index === 1 ? (
          <li key="more" className="mt-2 pl-7">
            <TextButton look="bare" className="text-label" onClick={() => setAll(true)}>
              {hidden} more {hidden === 1 ? 'reply' : 'replies'}
            </TextButton>
          </li>
        ) : null,
        <CommentItem key={comment.id} {...{ workspace, thread, comment, actions, isAwake }} />,
      ])}
    </ol>
  );
}

/** One thread: what it is about, what was said, and the ways on. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { workspace, thread, actions, isActive, onActivate, changeHref, showQuote, look = 'card' } = props;
  const id = useId();
  const [isReplying, setReplying] = useState(false);
  // The buttons of each comment come with the pointer or the focus: a long discussion has hundreds of them.
  const [isMet, setMet] = useState(false);
  const { resolvedAt, abilities } = thread;
  // Found and read out as ever, but laid out only near the screen. One that is met may have a list hang out of it.
  const isFar = look === 'card' && !isActive && !isMet && !isReplying;
  const startReply = () => {
    onActivate(thread.id);
    setReplying(true);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // On the card itself, not in what it holds.
    if (event.target !== event.currentTarget || event.key !== 'Enter' || !abilities.reply) return;
    event.preventDefault();
    startReply();
  };
  return (
    <article
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={cn(
        'scroll-mt-4 outline-none',
        look === 'card' && 'rounded-well border bg-surface p-3',
        look === 'card' && (isActive ? 'border-line-strong' : 'border-line'),
        look === 'plain' && 'border-t border-line py-3 first:border-t-0',
        'focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent',
        isFar && '[content-visibility:auto]',
      )}
      style={isFar ? { containIntrinsicHeight: `auto ${likelyHeight(thread)}px` } : undefined}
      onKeyDown={onKeyDown}
      // By keyboard only: a press must find what it began on, and a card that becomes the active one may move.
      onFocus={(event) => {
        setMet(true);
        if (event.target.matches(':focus-visible')) onActivate(thread.id);
      }}
      onPointerEnter={() => setMet(true)}
      onClick={() => onActivate(thread.id)}
    >
      <h3 id={`${id}-title`} className="sr-only">
        {threadTitle(thread)}
      </h3>
      {resolvedAt ? (
        <p className="mb-2 flex items-center gap-1.5 text-label font-medium text-ok">
          <Check aria-hidden className="size-3.5" />
          Resolved {thread.resolvedBy ? `by ${thread.resolvedBy} ` : ''}on {timeText(resolvedAt, 'day', 'UTC')}
        </p>
      ) : null}
      <Changed thread={thread} changeHref={changeHref} />
      <Quote thread={thread} showQuote={showQuote} />
      <Comments {...{ workspace, thread, actions }} isAwake={isActive || isMet} />
      {isReplying ? (
        <div className="mt-2.5">
          <CommentComposer
            workspace={workspace}
            place={`reply:${thread.id}`}
            label="Reply"
            action="Reply"
            autoFocus
            onPost={async (body) => {
              await actions.reply(thread.id, body);
              setReplying(false);
            }}
            onCancel={() => setReplying(false)}
          />
        </div>
      ) : (
        <CardFoot {...props} onReply={startReply} />
      )}
    </article>
  );
});

/** The same elements whether the card is the active one or not, so that neither a press nor the focus loses its button. */
function CardFoot(props: ThreadCardProps & { onReply: () => void }) {
  const { thread, actions, isActive, changeHref, onReply } = props;
  const { abilities, resolvedAt, changedInRevision } = thread;
  const hasChange = changeHref !== undefined && changedInRevision !== null;
  if (!abilities.reply && !hasChange) return null;
  const Icon = resolvedAt ? RotateCcw : Check;
  const quiet = 'font-medium text-label text-ink-2 hover:text-ink';
  return (
    <div className={cn('mt-2.5 flex flex-wrap items-center', isActive ? 'gap-2.5' : 'justify-end gap-3')}>
      {hasChange ? (
        <TextLink
          look="title"
          href={changeHref}
          className={cn('mr-auto text-label text-ink-2', isActive && 'basis-full')}
        >
          Show change
        </TextLink>
      ) : null}
      {abilities.reply ? (
        <>
          <button
            type="button"
            className={cn(
              'rounded-control touch:h-11',
              isActive ? cn(controlClass('md'), 'w-0 flex-1 cursor-text text-left text-ink-3') : quiet,
            )}
            onClick={onReply}
          >
            Reply
          </button>
          <button
            type="button"
            className={cn(
              'touch:h-11',
              isActive ? buttonClass() : cn('inline-flex items-center gap-1 rounded-control', quiet),
            )}
            onClick={() => void (resolvedAt ? actions.reopen(thread.id) : actions.resolve(thread.id))}
          >
            <Icon aria-hidden className={isActive ? '-ml-0.5 size-4' : 'size-3.5'} />
            {resolvedAt ? 'Reopen' : 'Resolve'}
          </button>
        </>
      ) : null}
    </div>
  );
}

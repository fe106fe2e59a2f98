'use client';

import { memo, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { timeText, useIsMounted } from '@/components/ui/local-time';
import type { CommentRecord, ThreadRecord } from '@/server/modules/thread/contract';
import { CommentBody } from './comment-body';
import { CommentComposer } from './comment-composer';
import { CommentMenu } from './comment-menu';
import { ReactionPicker, ReactionRow } from './reaction-row';
import { saidText } from './thread-words';
import type { ThreadActions } from './use-threads';

type CommentItemProps = {
  workspace: string;
  thread: ThreadRecord;
  comment: CommentRecord;
  actions: ThreadActions;
  /** Somebody is at the thread: what can be done to a comment is there to be pressed. */
  isAwake: boolean;
};

function Said({ at, edited }: { at: Date; edited: Date | null }) {
  const isMounted = useIsMounted();
  const zone = isMounted ? undefined : 'UTC';
  return (
    <span className="shrink-0 text-label text-ink-3">
      <time dateTime={at.toISOString()} title={timeText(at, 'day-time', zone)}>
        {isMounted ? saidText(at, new Date()) : timeText(at, 'day', zone)}
      </time>
      {edited ? <span title={timeText(edited, 'day-time', zone)}>, edited</span> : null}
    </span>
  );
}

/** One contribution with its author, its reactions and what can be done to it. */
export const CommentItem = memo(function CommentItem(props: CommentItemProps) {
  const { workspace, thread, comment, actions, isAwake } = props;
  const [isEditing, setEditing] = useState(false);
  const { author, deletedAt, abilities } = comment;
  const name = author?.name ?? 'Somebody who left';
  const react = thread.abilities.reply && !deletedAt;
  const onReact = (emoji: CommentRecord['reactions'][number]['emoji'], on: boolean) =>
    void actions.react(thread, comment.id, emoji, on);
  if (deletedAt) {
    return (
      <li className="py-1 pl-7 text-label text-ink-3">
        A comment by {name} was deleted on {timeText(deletedAt, 'day', 'UTC')}.
      </li>
    );
  }
  return (
    <li className="group/comment relative mt-2 pl-7 first:mt-0">
      <Avatar name={name} id={author?.id} decorative className="absolute top-0 left-0" />
      <div className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate font-medium" title={name}>
          {name}
        </span>
        <Said at={comment.createdAt} edited={comment.editedAt} />
        {isAwake ? (
          <span className="ml-auto flex shrink-0 gap-0.5 self-start opacity-0 group-hover/comment:opacity-100 group-has-focus-visible/comment:opacity-100 touch:opacity-100">
            {react ? <ReactionPicker comment={comment} onReact={onReact} /> : null}
            {abilities.edit || abilities.delete ? (
              <CommentMenu
                comment={comment}
                onEdit={() => setEditing(true)}
                onDelete={() => void actions.remove(comment.id)}
              />
            ) : null}
          </span>
        ) : null}
      </div>
      {isEditing ? (
        <CommentComposer
          workspace={workspace}
          place={`edit:${comment.id}`}
          label="Your comment"
          action="Save"
          initial={comment.body}
          autoFocus
          onPost={async (body) => {
            await actions.edit(comment.id, comment.version, body);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <CommentBody text={comment.body} />
      )}
      <ReactionRow comment={comment} onReact={react ? onReact : null} />
    </li>
  );
});

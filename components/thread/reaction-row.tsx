'use client';

import { Eye, Heart, type LucideIcon, PartyPopper, Rocket, SmilePlus, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover } from '@/components/ui/popover';
import { reactions as emojis } from '@/server/domain/discussion/reaction';
import type { CommentRecord } from '@/server/modules/thread/contract';
import { reactionWords } from './reaction';

type Emoji = CommentRecord['reactions'][number]['emoji'];
// Drawn and not typed: not every machine that reads this has letters for them.
const icons: Record<Emoji, LucideIcon> = {
  '👍': ThumbsUp,
  '👎': ThumbsDown,
  '🎉': PartyPopper,
  '❤️': Heart,
  '🚀': Rocket,
  '👀': Eye,
};

function ReactionIcon({ emoji, className = 'size-3.5' }: { emoji: Emoji; className?: string }) {
  const Icon = icons[emoji];
  return <Icon aria-hidden className={className} />;
}

type OnReact = (emoji: Emoji, on: boolean) => void;

const CHIP =
  'inline-flex h-5.5 items-center gap-1 rounded-full border px-1.5 text-label tabular-nums touch:h-9 touch:px-3 disabled:cursor-default';

/** Who reacted how; a press adds one's own or takes it away. */
export function ReactionRow({ comment, onReact }: { comment: CommentRecord; onReact: OnReact | null }) {
  if (comment.reactions.length === 0) return null;
  return (
    <ul aria-label="Reactions" className="mt-1 flex list-none flex-wrap gap-1">
      {comment.reactions.map(({ emoji, people, mine }) => (
        <li key={emoji}>
          <button
            type="button"
            disabled={!onReact}
            aria-pressed={mine}
            aria-label={`${reactionWords[emoji]}, ${people.length}: ${people.join(', ')}`}
            title={people.join(', ')}
            className={cn(
              CHIP,
              mine ? 'border-accent bg-accent-soft text-accent-text' : 'border-line bg-surface text-ink-2',
              onReact && !mine && 'hover:bg-neutral-soft',
            )}
            onClick={() => onReact?.(emoji, !mine)}
          >
            <ReactionIcon emoji={emoji} />
            <span aria-hidden>{people.length}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const TRIGGER =
  'inline-flex size-5 items-center justify-center rounded-control text-ink-3 hover:bg-neutral-soft hover:text-ink touch:size-9';

/** A button that opens the six reactions. What floats is made on the first press: a long discussion has hundreds of these. */
export function ReactionPicker({ comment, onReact }: { comment: CommentRecord; onReact: OnReact }) {
  const [state, setState] = useState<'asleep' | 'open' | 'closed'>('asleep');
  const trigger = (
    <button
      type="button"
      aria-label="React"
      title="React"
      aria-haspopup="dialog"
      className={TRIGGER}
      onClick={state === 'asleep' ? () => setState('open') : undefined}
    >
      <SmilePlus aria-hidden className="size-3.5" />
    </button>
  );
  if (state === 'asleep') return trigger;
  const mine = (emoji: Emoji) => comment.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
  return (
    <Popover
      label="Reactions"
      align="end"
      className="flex gap-0.5 p-1"
      open={state === 'open'}
      onOpenChange={(open) => setState(open ? 'open' : 'closed')}
      trigger={trigger}
    >
      {emojis.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={reactionWords[emoji]}
          title={reactionWords[emoji]}
          aria-pressed={mine(emoji)}
          className={cn(
            'inline-flex size-7.5 items-center justify-center rounded-control text-panel hover:bg-neutral-soft touch:size-11',
            mine(emoji) && 'bg-accent-soft',
          )}
          onClick={() => {
            onReact(emoji, !mine(emoji));
            setState('closed');
          }}
        >
          <ReactionIcon emoji={emoji} className="size-4" />
        </button>
      ))}
    </Popover>
  );
}

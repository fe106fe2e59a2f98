import type { CommentRecord, ThreadRecord } from '@/server/modules/thread/contract';

type Reaction = CommentRecord['reactions'][number];

export const reactionWords: Record<Reaction['emoji'], string> = {
  '👍': 'Agree',
  '👎': 'Disagree',
  '🎉': 'Celebrate',
  '❤️': 'Love',
  '🚀': 'Ship it',
  '👀': 'Looking',
};

const you = 'You';

function changed(reactions: readonly Reaction[], emoji: Reaction['emoji'], on: boolean): Reaction[] {
  const was = reactions.find((reaction) => reaction.emoji === emoji);
  if ((was?.mine ?? false) === on) return [...reactions];
  if (!was) return [...reactions, { emoji, people: [you], mine: true }];
  // One's own name is not known here: the last one goes, until the server answers with the real list.
  const people = on ? [...was.people, you] : was.people.slice(0, -1);
  return reactions.flatMap((one) => {
    if (one.emoji !== emoji) return [one];
    return people.length > 0 ? [{ ...one, people, mine: on }] : [];
  });
}

/** A thread as it will be once one's reaction is put or taken away. */
export function withReaction(thread: ThreadRecord, id: string, emoji: Reaction['emoji'], on: boolean): ThreadRecord {
  const comments = thread.comments.map((comment) =>
    comment.id === id ? { ...comment, reactions: changed(comment.reactions, emoji, on) } : comment,
  );
  return { ...thread, comments };
}

import { may, type WorkspaceScope } from '@/server/access/scope';
import { reactions } from '@/server/domain/discussion/reaction';
import type { Anchor, CommentRecord, ThreadRecord } from '../contract';
import type { StoredComment, StoredThread } from '../repo';

function presentReactions(scope: WorkspaceScope, comment: StoredComment): CommentRecord['reactions'] {
  return reactions.flatMap((emoji) => {
    const of = comment.reactions.filter((reaction) => reaction.emoji === emoji);
    if (of.length === 0) return [];
    const mine = of.some((reaction) => reaction.memberId === scope.memberId);
    return [{ emoji, people: of.map((reaction) => reaction.member.user.name), mine }];
  });
}

/** A comment as it is shown; `isOpen` is false where its record is deleted. */
export function presentComment(scope: WorkspaceScope, comment: StoredComment, isOpen: boolean): CommentRecord {
  const { id, body, createdAt, editedAt, deletedAt, version, author } = comment;
  const write = isOpen && may(scope, 'thread:write') && deletedAt === null;
  const own = author !== null && author.id === scope.memberId;
  return {
    id,
    author: author && { id: author.id, ...author.user },
    body,
    createdAt,
    editedAt,
    deletedAt,
    version,
    mentions: comment.mentions.map(({ member }) => ({ id: member.id, name: member.user.name })),
    reactions: presentReactions(scope, comment),
    abilities: { edit: write && own, delete: write && (own || may(scope, 'workspace:manage')) },
  };
}

function anchorIn(stored: StoredThread): Anchor | null {
  const { quote, prefix, suffix, revision } = stored;
  if (quote === null || revision === null) return null;
  return { quote, prefix: prefix ?? '', suffix: suffix ?? '', revision };
}

/** A thread as it is shown; `isOpen` is false where its record is deleted and the discussion only read. */
export function presentThread(scope: WorkspaceScope, stored: StoredThread, isOpen: boolean): ThreadRecord {
  const write = isOpen && may(scope, 'thread:write');
  return {
    id: stored.id,
    anchor: anchorIn(stored),
    changedInRevision: stored.changedInRevision,
    resolvedAt: stored.resolvedAt,
    resolvedBy: stored.resolvedBy?.user.name ?? null,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    comments: stored.comments.map((comment) => presentComment(scope, comment, isOpen)),
    abilities: { reply: write, resolve: write },
  };
}

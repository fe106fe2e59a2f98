import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { documentText } from '@/server/domain/anchoring/document-text';
import { withMentions } from '@/server/domain/discussion/mention';
import type { threadContract } from '../contract';
import type { StoredMention } from '../repo';

const excerptLength = 160;

type MentionRecord = z.infer<typeof threadContract.mentions.output>[number];

/** The beginning of a comment in one line, without Markdown. */
function excerptOf(body: string): string {
  const text = documentText(withMentions(body.slice(0, 2000), ({ name }) => `@${name}`))
    .replace(/\s+/gu, ' ')
    .trim();
  if (text.length <= excerptLength) return text;
  // A cut at the last space, never through a word or an emoji; a text without spaces is cut by letters.
  const cut = text.lastIndexOf(' ', excerptLength);
  const short = cut > excerptLength / 2 ? text.slice(0, cut) : [...text].slice(0, excerptLength / 2).join('');
  return `${short}…`;
}

function subjectOf(scope: WorkspaceScope, { decision, debt }: StoredMention['comment']['thread']) {
  const base = `/w/${scope.slug}`;
  if (decision) {
    const href = `${base}/decisions/${decision.register.slug}/${decision.id}`;
    return { type: 'decision' as const, title: decision.title, href };
  }
  if (!debt) return null;
  return { type: 'debt' as const, title: debt.title, href: `${base}/backlog/${scope.debtPrefix}-${debt.number}` };
}

/** A mention with the address of its thread. */
export function presentMention(scope: WorkspaceScope, { comment, commentId, at }: StoredMention): MentionRecord | null {
  const subject = subjectOf(scope, comment.thread);
  if (!subject) return null;
  return {
    comment: commentId,
    author: comment.author?.user.name ?? null,
    excerpt: excerptOf(comment.body),
    at,
    subject: { ...subject, href: `${subject.href}#thread-${comment.thread.id}` },
  };
}

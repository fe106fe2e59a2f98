'use client';

import type { ReactNode } from 'react';
import type { PluggableList } from 'unified';
import type { DecisionRecord } from '@/server/modules/decision/contract';

export type DiscussedArticleProps = {
  workspace: string;
  decision: Pick<DecisionRecord, 'id' | 'body' | 'revision' | 'register'>;
  /** The revision that `decision.body` is of, when it is not the current one: its passages are shown, none is chosen. */
  shownRevision?: number;
  /**
   * Draws the text: `(rehypePlugins) => <MarkdownView text={decision.body} rehypePlugins={rehypePlugins} />`. Keep the
   * function stable (useCallback): the text is read anew when it changes.
   */
  render: (rehypePlugins: PluggableList) => ReactNode;
  /** What stands above the text in the reading column and takes no comments: title, summary, hints. */
  children?: ReactNode;
};

/**
 * A text with its discussion: the reading column (544) with its commented passages marked, the margin (272) with a card
 * level with each, and the threads about the page as a whole underneath. Stands in a frame of 856 px; narrower than that
 * the cards stand under the text. Fetches `thread.list` itself: prefetch it with `{ workspace, subject: { type: 'decision',
 * id } }`. Elements with `data-no-passage` inside the text cannot be commented on.
 */
export function DiscussedArticle({ render, children }: DiscussedArticleProps) {
  return (
    <div className="max-w-[856px]">
      <div className="max-w-[544px]">
        {children}
        {render([])}
      </div>
    </div>
  );
}

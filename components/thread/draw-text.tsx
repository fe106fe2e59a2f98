import type { ReactNode } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import type { ThreadRecord } from '@/server/modules/thread/contract';
import { openOnPassages, passageMarks } from './passage-mark';
import { passages } from './passage-plugin';

/** A text as the server drew it, and of what. `marks` is the JSON of `passageMarks`. */
export type DrawnText = { text: string; marks: string; element: ReactNode };

/**
 * Draws a text with its open threads, for `DiscussedArticle`. To be called on the server: a browser that is given the drawing
 * loads no parser before somebody changes something.
 */
export function drawText(text: string, threads: readonly ThreadRecord[]): DrawnText {
  const marks = passageMarks(openOnPassages(threads), null, true);
  const element = <MarkdownView text={text} rehypePlugins={marks.length > 0 ? [[passages, { marks }]] : []} />;
  return { text, marks: JSON.stringify(marks), element };
}

import { memo, useMemo } from 'react';
import type { PluggableList } from 'unified';
import { MarkdownView } from '@/components/markdown/markdown-view';
import type { PassageMark } from './passage-mark';
import { passages } from './passage-plugin';

/** A text with passages marked in it. `marks` as JSON: the text is drawn anew only when it says something else. */
export const MarkedText = memo(function MarkedText({ text, marks }: { text: string; marks: string }) {
  const plugins = useMemo((): PluggableList => {
    const list: PassageMark[] = JSON.parse(marks);
    return list.length > 0 ? [[passages, { marks: list }]] : [];
  }, [marks]);
  return <MarkdownView text={text} rehypePlugins={plugins} />;
});

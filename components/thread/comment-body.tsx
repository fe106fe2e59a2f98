import { lazy, memo, Suspense } from 'react';
import { markdownFrame } from '@/components/markdown/markdown-frame';

// Anything that Markdown might take for more than words; most comments have none of it and need no parser.
const mayBeMarkdown = /[*_`#>[\]|~<&\\:@]|^\s*(?:[-+=]|\d+[.)])|^ {4}|www\./m;

// The parser is half of what a page with comments would load, and the server has drawn them already.
const MarkdownComment = lazy(() => import('./markdown-comment'));

function Plain({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text have no other name
    <p key={index} className="my-1.5 first:mt-0 last:mb-0">
      {paragraph}
    </p>
  ));
}

/** What somebody said. */
export const CommentBody = memo(function CommentBody({ text }: { text: string }) {
  if (!mayBeMarkdown.test(text)) {
    return (
      <div className="[overflow-wrap:anywhere]">
        <Plain text={text} />
      </div>
    );
  }
  return (
    <div className={markdownFrame('compact')}>
      <Suspense fallback={<Plain text={text} />}>
        <MarkdownComment text={text} />
      </Suspense>
    </div>
  );
});

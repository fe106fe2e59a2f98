import { memo } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { withMentions } from '@/server/domain/discussion/mention';

// Anything that Markdown might take for more than words; most comments have none of it and need no parser.
const mayBeMarkdown = /[*_`#>[\]|~<&\\:@]|^\s*(?:[-+=]|\d+[.)])|^ {4}|www\./m;

function Plain({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text have no other name
    <p key={index} className="my-1.5 first:mt-0 last:mb-0">
      {paragraph}
    </p>
  ));
}

function bold(name: string): string {
  return `**@${name.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')}**`;
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
  return <MarkdownView text={withMentions(text, ({ name }) => bold(name))} size="compact" topHeading={3} />;
});

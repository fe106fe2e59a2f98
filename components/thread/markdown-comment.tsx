import { MarkdownContent } from '@/components/markdown/markdown-view';
import { withMentions } from '@/server/domain/discussion/mention';

function bold(name: string): string {
  return `**@${name.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')}**`;
}

/** A comment that is more than words, in a `markdownFrame`. Loaded when there is one. */
export default function MarkdownComment({ text }: { text: string }) {
  return <MarkdownContent text={withMentions(text, ({ name }) => bold(name))} topHeading={3} />;
}

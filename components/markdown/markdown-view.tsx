import { Square, SquareCheck } from 'lucide-react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { cn } from '@/components/ui/cn';

export type MarkdownViewProps = {
  text: string;
  /** `reading` is Source Serif 17/28; `compact` the interface face, for comments and panels. */
  size?: 'reading' | 'compact';
  /** The level the text's own `#` becomes, so that the page keeps one h1; 2 unless told. */
  topHeading?: 2 | 3;
  className?: string;
};

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function components(topHeading: 2 | 3): Components {
  const level = (n: number) => HEADINGS[Math.min(n + topHeading - 3, HEADINGS.length - 1)] ?? 'h6';
  return {
    h1: level(1),
    h2: level(2),
    h3: level(3),
    h4: level(4),
    h5: level(5),
    h6: level(6),
    a: ({ href, children }) => (
      <a href={href} rel="noopener noreferrer nofollow" className="border-b border-line-strong hover:border-ink">
        {children}
      </a>
    ),
    // A picture from elsewhere would tell that place who reads here: its address is a link instead.
    img: ({ src, alt }) =>
      typeof src === 'string' ? (
        <a href={src} rel="noopener noreferrer nofollow" className="border-b border-line-strong">
          {alt || src}
        </a>
      ) : null,
    input: ({ checked }) =>
      checked ? (
        <SquareCheck role="img" aria-label="done" className="mr-2 mb-0.5 inline size-4 text-ok" />
      ) : (
        <Square role="img" aria-label="not done" className="mr-2 mb-0.5 inline size-4 text-ink-3" />
      ),
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section aria-label="Table" tabIndex={0} className="my-4 overflow-x-auto">
        <table className="border-collapse font-sans text-body tabular-nums">{children}</table>
      </section>
    ),
    pre: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section aria-label="Code" tabIndex={0} className="my-4 overflow-x-auto rounded-well bg-sunken px-4 py-3">
        <pre className="text-body">{children}</pre>
      </section>
    ),
  };
}

const BY_LEVEL = { 2: components(2), 3: components(3) };

const FLOW = cn(
  '[&>*:first-child]:mt-0 [&>*:last-child]:mb-0 [overflow-wrap:anywhere]',
  '[&_:is(h2,h3,h4,h5,h6)]:font-semibold [&_p]:my-3 [&_ul]:my-3 [&_ol]:my-3 [&_li]:my-1',
  '[&_ul]:list-disc [&_ol]:list-decimal [&_:is(ul,ol)]:pl-6 [&_li::marker]:text-ink-3',
  '[&_.task-list-item]:-ml-6 [&_.task-list-item]:list-none [&_li>p]:my-1 [&_li_:is(ul,ol)]:my-0',
  '[&_blockquote]:my-4 [&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-4',
  '[&_blockquote]:text-ink-2 [&_hr]:my-6 [&_hr]:border-line [&_del]:text-ink-3',
  '[&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5',
  '[&_:is(th,td)]:text-left [&_th]:text-label [&_th]:font-medium [&_th]:text-ink-2',
  '[&_:not(pre)>code]:rounded-cell [&_:not(pre)>code]:bg-sunken [&_:not(pre)>code]:px-1',
);

const SIZES = {
  reading: cn(
    'max-w-[68ch] font-serif text-reading [&_:is(h2,h3)]:mt-7 [&_:is(h2,h3)]:mb-2 [&_h2]:text-title [&_h3]:text-reading',
    '[&_:is(h4,h5,h6)]:mt-5 [&_:is(h4,h5,h6)]:mb-1 [&_:is(h4,h5,h6)]:text-reading',
  ),
  compact: 'text-body [&_:is(h2,h3,h4,h5,h6)]:mt-3 [&_p]:my-1.5',
};

/** Markdown as it is read: GitHub's dialect, sanitized, no raw HTML, no pictures from elsewhere. */
export function MarkdownView({ text, size = 'reading', topHeading = 2, className }: MarkdownViewProps) {
  return (
    <div className={cn(FLOW, SIZES[size], className)}>
      <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} components={BY_LEVEL[topHeading]}>
        {text}
      </Markdown>
    </div>
  );
}

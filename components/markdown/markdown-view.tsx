import type { Element, ElementContent } from 'hast';
import { Square, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { cn } from '@/components/ui/cn';
import { isTangled } from '@/server/domain/anchoring/tangled';
import { isOwnImage } from './image-source';
import { MermaidFigure } from './mermaid-figure';
import { rehypeChosenRow } from './rehype-chosen-row';
import { rehypeFence, textOf } from './rehype-fence';
import { rehypeLevel } from './rehype-level';

export type MarkdownViewProps = {
  text: string;
  /** `reading` is Source Serif 17/28; `compact` the interface face, for comments and panels. */
  size?: 'reading' | 'compact';
  /** The level the text's highest heading becomes, so that the page keeps one h1; 2 unless told. */
  topHeading?: 2 | 3;
  /** Run after sanitising, colouring and figures; keep the list stable, a new one draws the text again. */
  rehypePlugins?: PluggableList;
  className?: string;
};

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

const LINK = 'border-b border-line-strong hover:border-ink';

function isMermaid(node: Element | undefined): node is Element {
  return node?.properties.dataMermaid !== undefined;
}

function textBelow(node: Element): string {
  return node.children.map((child: ElementContent) => textOf(child)).join('');
}

function components(topHeading: 2 | 3): Components {
  const level = (n: number) => HEADINGS[Math.min(n + topHeading - 3, HEADINGS.length - 1)] ?? 'h6';
  return {
    h1: level(1),
    h2: level(2),
    h3: level(3),
    h4: level(4),
    h5: level(5),
    h6: level(6),
    a: ({ node: _node, ref: _ref, href, children, ...props }) =>
      href ? (
        <a {...props} href={href} rel="noopener noreferrer nofollow" className={LINK}>
          {children}
        </a>
      ) : (
        // What the sanitiser took the address from, such as javascript:, is text.
        <span>{children}</span>
      ),
    // A picture from elsewhere would tell that place who reads here: its address is a link instead.
    img: ({ src, alt }) => {
      if (typeof src !== 'string' || src === '') return alt ? <span>{alt}</span> : null;
      if (isOwnImage(src))
        return (
          // biome-ignore lint/performance/noImgElement: its size is unknown and it is served to members only
          <img src={src} alt={alt ?? ''} loading="lazy" className="max-w-full rounded-control border border-line" />
        );
      return (
        <a href={src} rel="noopener noreferrer nofollow" className={LINK}>
          {alt || src}
        </a>
      );
    },
    input: ({ checked }) =>
      checked ? (
        <SquareCheck role="img" aria-label="done" className="mr-2 mb-0.5 inline size-4 text-ok" />
      ) : (
        <Square role="img" aria-label="not done" className="mr-2 mb-0.5 inline size-4 text-ink-3" />
      ),
    table: ({ children }) => (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be a landmark of the page
      <div
        role="group"
        aria-label="Table"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="my-4 overflow-x-auto rounded-well border border-line bg-surface"
      >
        <table className="w-full border-collapse font-sans text-body">{children}</table>
      </div>
    ),
    pre: ({ children }) => (
      // biome-ignore lint/a11y/useSemanticElements: as above
      <div
        role="group"
        aria-label="Code"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="my-4 overflow-x-auto rounded-well bg-sunken px-4 py-3"
      >
        <pre className="text-body [font-variant-ligatures:none]">{children}</pre>
      </div>
    ),
    // The corner of a table with headings on two sides is no heading.
    th: ({ node, ref: _ref, ...props }) => (node?.children.length ? <th {...props} /> : <td {...props} />),
    figure: ({ node, children }) =>
      isMermaid(node) ? <MermaidFigure source={textBelow(node)} /> : <figure>{children}</figure>,
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
  '[&_:is(th,td)]:px-2.5 [&_:is(th,td)]:py-2 [&_:is(th,td)]:text-left [&_:is(th,td)]:align-top [&_:is(th,td)]:[overflow-wrap:break-word]',
  '[&_tr:not(:last-child)_td]:border-b [&_th]:border-b [&_:is(th,td)]:border-line',
  '[&_th]:text-label [&_th]:font-medium [&_th]:text-ink-2 [&_[data-chosen]]:bg-row-chosen [&_[data-chosen]]:font-medium',
  '[&_:not(pre)>code]:rounded-cell [&_:not(pre)>code]:bg-sunken [&_:not(pre)>code]:px-1',
);

// Names of lowlight's token classes; the colours are the design's own and hold 4.5:1 on the sunken ground.
const CODE = cn(
  '[&_:is(.hljs-comment,.hljs-quote)]:text-ink-3 [&_:is(.hljs-comment,.hljs-quote,.hljs-emphasis)]:italic',
  '[&_:is(.hljs-keyword,.hljs-selector-tag,.hljs-type)]:text-accent-text',
  '[&_:is(.hljs-name,.hljs-tag,.hljs-section)]:text-accent-text [&_[class*=hljs-built]]:text-accent-text',
  '[&_:is(.hljs-string,.hljs-regexp,.hljs-addition)]:text-ok [&_.hljs-deletion]:text-danger',
  '[&_:is(.hljs-number,.hljs-literal,.hljs-symbol,.hljs-variable,.hljs-template-variable)]:text-warn',
  '[&_:is(.hljs-bullet,.hljs-meta,.hljs-attr,.hljs-attribute)]:text-warn',
  '[&_:is(.hljs-title,.hljs-strong)]:font-semibold',
);

const SIZES = {
  reading: cn(
    'max-w-[68ch] font-serif text-reading [&_p]:my-3.5 [&_:is(h2,h3)]:mt-4 [&_:is(h2,h3)]:mb-0 [&_h2]:text-reading [&_h3]:text-product',
    '[&_h2+p]:mt-0 [&_h3+p]:mt-0 [&_h2+ul]:mt-0 [&_h3+ul]:mt-0 [&_h2+ol]:mt-0 [&_h3+ol]:mt-0',
    '[&_:is(h2,h3)+[role=group]]:mt-2 [&_:is(h2,h3)+figure]:mt-2 [&_:is(ul,ol)]:pl-5 [&_li]:my-0 [&_.task-list-item]:-ml-5',
    '[&_:is(h4,h5,h6)]:mt-4 [&_:is(h4,h5,h6)]:mb-0 [&_:is(h4,h5,h6)]:text-product [&_:is(h4,h5,h6)+p]:mt-0',
  ),
  compact: 'text-body [&_:is(h2,h3,h4,h5,h6)]:mt-3 [&_p]:my-1.5',
};

// Footnotes already carry the prefix; given twice, their links would lead nowhere.
const SCHEMA = { ...defaultSchema, clobberPrefix: '' };

const OWN_PLUGINS: PluggableList = [[rehypeSanitize, SCHEMA], rehypeLevel, rehypeFence, rehypeChosenRow];

/** Markdown as it is read: GitHub's dialect, sanitized, no raw HTML, no pictures from elsewhere. */
export const MarkdownView = memo(function MarkdownView(props: MarkdownViewProps) {
  const { text, size = 'reading', topHeading = 2, rehypePlugins = [], className } = props;
  // Parsing it would hold the server, and then the browser, up for minutes.
  if (isTangled(text)) {
    return <div className={cn('whitespace-pre-wrap [overflow-wrap:anywhere]', SIZES[size], className)}>{text}</div>;
  }
  return (
    <div className={cn(FLOW, CODE, SIZES[size], className)}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[...OWN_PLUGINS, ...rehypePlugins]}
        components={BY_LEVEL[topHeading]}
      >
        {text}
      </Markdown>
    </div>
  );
});

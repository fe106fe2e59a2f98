import type { Element, ElementContent } from 'hast';
import { Square, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { isTangled } from '@/server/domain/anchoring/tangled';
import { isOwnImage } from './image-source';
import { type MarkdownSize, markdownFrame } from './markdown-frame';
import { MermaidFigure } from './mermaid-figure';
import { rehypeChosenRow } from './rehype-chosen-row';
import { rehypeFence, textOf } from './rehype-fence';
import { rehypeLevel } from './rehype-level';

export type MarkdownViewProps = {
  text: string;
  size?: MarkdownSize;
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

// Footnotes already carry the prefix; given twice, their links would lead nowhere.
const SCHEMA = { ...defaultSchema, clobberPrefix: '' };

const OWN_PLUGINS: PluggableList = [[rehypeSanitize, SCHEMA], rehypeLevel, rehypeFence, rehypeChosenRow];

type ContentProps = Pick<MarkdownViewProps, 'text' | 'topHeading' | 'rehypePlugins'>;

/** What stands inside a `markdownFrame`. */
export function MarkdownContent({ text, topHeading = 2, rehypePlugins = [] }: ContentProps) {
  // Parsing it would hold the server, and then the browser, up for minutes.
  if (isTangled(text)) return <div className="whitespace-pre-wrap">{text}</div>;
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[...OWN_PLUGINS, ...rehypePlugins]}
      components={BY_LEVEL[topHeading]}
    >
      {text}
    </Markdown>
  );
}

/** Markdown as it is read: GitHub's dialect, sanitized, no raw HTML, no pictures from elsewhere. */
export const MarkdownView = memo(function MarkdownView(props: MarkdownViewProps) {
  const { size = 'reading', className, ...content } = props;
  return (
    <div className={markdownFrame(size, className)}>
      <MarkdownContent {...content} />
    </div>
  );
});

import { cn } from '@/components/ui/cn';

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

/** `reading` is Source Serif 17/28; `compact` the interface face, for comments and panels. */
export type MarkdownSize = keyof typeof SIZES;

/** The classes of what Markdown stands in: they dress everything below, whoever draws it. */
export function markdownFrame(size: MarkdownSize, className?: string): string {
  return cn(FLOW, CODE, SIZES[size], className);
}

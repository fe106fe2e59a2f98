import type { ReactNode } from 'react';
import { cn } from './cn';

export type CodeBlockProps = {
  children: string;
  /** What it is, for screen readers. */
  label: string;
  /** A CopyButton or another control at the right. */
  action?: ReactNode;
  /** Long lines wrap instead of scrolling. */
  wrap?: boolean;
  className?: string;
};

/** Text to be copied or run as it stands. */
export function CodeBlock({ children, label, action, wrap = false, className }: CodeBlockProps) {
  return (
    <div className={cn('flex items-start gap-3', className)}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto rounded-control bg-sunken px-2.5 py-2"
      >
        <pre className={cn('text-label leading-5', wrap && 'whitespace-pre-wrap [overflow-wrap:anywhere]')}>
          <code className="text-[1em]">{children}</code>
        </pre>
      </section>
      {action}
    </div>
  );
}

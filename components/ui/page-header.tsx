import type { ReactNode } from 'react';
import { cn } from './cn';

export type PageHeaderProps = {
  title: ReactNode;
  /** The sentence that sums the page up, beside the title. */
  summary?: ReactNode;
  /** `document` sets the title in the reading face, 28/36. */
  face?: 'page' | 'document';
  /** A chip between title and summary. */
  mark?: ReactNode;
  className?: string;
};

/** The title of a page, once. */
export function PageHeader({ title, summary, face = 'page', mark, className }: PageHeaderProps) {
  return (
    <header className={cn('flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5', className)}>
      <h1
        className={cn(
          'font-semibold text-balance [overflow-wrap:anywhere]',
          face === 'document' ? 'font-serif text-document' : 'text-title',
        )}
      >
        {title}
      </h1>
      {mark}
      {summary ? <p className="text-ink-2 tabular-nums">{summary}</p> : null}
    </header>
  );
}

/** A title of a panel or of a second table, 16/22, with its own sentence. */
export function PanelHeader({
  title,
  summary,
  aside,
  className,
}: {
  title: ReactNode;
  summary?: ReactNode;
  aside?: ReactNode;
  className?: string;
}) {
  return (
    <header className={cn('flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5', className)}>
      <h2 className="text-panel font-semibold">{title}</h2>
      {summary ? <p className="text-ink-2">{summary}</p> : null}
      {aside ? <div className="ml-auto self-center">{aside}</div> : null}
    </header>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type ErrorViewProps = {
  icon: LucideIcon;
  /** What is the case, in a few words: "TD-33 is not in the backlog any more". */
  kicker: string;
  /** The record's own title, or what happened. */
  title: string;
  /** What happened and what was kept, one or two sentences. */
  summary: ReactNode;
  /** What to do: the primary button first. */
  actions?: ReactNode;
  /** LedgerRows: what happened, what it said, what is kept. */
  children?: ReactNode;
  /** What was asked for, and the request's id. */
  footnote?: ReactNode;
};

/** Something is not there or did not work: what happened, what was kept, what to do. */
export function ErrorView({ icon: Icon, kicker, title, summary, actions, children, footnote }: ErrorViewProps) {
  return (
    <section className="mx-auto w-full max-w-[984px] pt-6 md:pt-8">
      <p className="flex items-center gap-2 font-medium text-ink-2">
        <Icon aria-hidden className="size-4 text-ink-3" />
        {kicker}
      </p>
      <h1 className="mt-3 font-serif text-document font-semibold [overflow-wrap:anywhere]">{title}</h1>
      <div className="mt-2 max-w-[40em] font-serif text-summary">{summary}</div>
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
      {children ? <div className="mt-9 border-b border-line">{children}</div> : null}
      {footnote ? <p className="mt-3 text-label text-ink-3">{footnote}</p> : null}
    </section>
  );
}

import type { ReactNode } from 'react';
import { cn } from './cn';

export type LedgerRowProps = {
  /** The name of the section. */
  title: string;
  /** A quieter line under it. */
  note?: ReactNode;
  /** 128 on a record's page, 152 with a wider gap on pages of one column. */
  labels?: 128 | 152;
  level?: 'h2' | 'h3';
  className?: string;
  children: ReactNode;
};

/** A line of the ledger: the name at the left, what it holds at the right, a hairline above. */
export function LedgerRow({ title, note, labels = 152, level: Heading = 'h2', className, children }: LedgerRowProps) {
  return (
    <section
      className={cn(
        'border-t border-line py-3 sm:grid sm:gap-x-6',
        labels === 128 ? 'sm:grid-cols-[128px_minmax(0,1fr)]' : 'sm:grid-cols-[152px_minmax(0,1fr)]',
        className,
      )}
    >
      <header className="pb-2 sm:pb-0">
        <Heading className="font-semibold">{title}</Heading>
        {note ? <p className="text-label text-ink-3">{note}</p> : null}
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** Lines inside a ledger row, a hairline between them. */
export function LedgerLines({ children, className }: { children: ReactNode; className?: string }) {
  return <ul className={cn('-my-3 divide-y divide-line', className)}>{children}</ul>;
}

export type LedgerLineProps = {
  lead?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** At the right, in figures that line up. */
  aside?: ReactNode;
  action?: ReactNode;
};

/** One line: icon or avatar, what, a detail, a figure, a button. */
export function LedgerLine({ lead, title, detail, aside, action }: LedgerLineProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5">
      {lead ? <span className="flex w-5 shrink-0 justify-center text-ink-3">{lead}</span> : null}
      <p className="min-w-0 flex-1">
        <span className="font-medium">{title}</span>
        {detail ? <span className="ml-2.5 text-ink-2">{detail}</span> : null}
      </p>
      {aside ? <span className="shrink-0 text-label text-ink-3 tabular-nums">{aside}</span> : null}
      {action}
    </li>
  );
}

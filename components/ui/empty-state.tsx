import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type EmptyStep = {
  icon: LucideIcon;
  title: string;
  description: ReactNode;
  /** One Button or ButtonLink, 128 wide by itself. */
  action: ReactNode;
};

export type EmptyStateProps = {
  /** The page's title and, beside it, what is the case: "nothing written down yet". */
  title: string;
  aside?: string;
  /** The one sentence that teaches. */
  lesson: ReactNode;
  steps: readonly EmptyStep[];
  /** More teaching under the steps. */
  children?: ReactNode;
};

/** The first day of a page: one sentence, the first action, the import beside it. */
export function EmptyState({ title, aside, lesson, steps, children }: EmptyStateProps) {
  return (
    <section className="mx-auto flex w-full max-w-[920px] flex-col px-4 pt-6 pb-16 sm:pt-11">
      <div className="flex flex-wrap items-baseline gap-x-3.5">
        <h1 className="text-title font-semibold">{title}</h1>
        {aside ? <p className="text-ink-2">{aside}</p> : null}
      </div>
      <p className="mt-2 max-w-[30em] font-serif text-summary text-balance sm:text-document">{lesson}</p>
      <ul className="mt-5 border-t border-line">
        {steps.map(({ icon: Icon, ...step }) => (
          <li
            key={step.title}
            className="flex flex-wrap items-center gap-x-3.5 gap-y-2 border-b border-line py-2.5 sm:flex-nowrap"
          >
            <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
            <b className="w-[182px] shrink-0">{step.title}</b>
            <span className="min-w-0 flex-1 basis-64 text-ink-2">{step.description}</span>
            <span className="flex w-32 shrink-0 flex-col">{step.action}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

export type NothingHereProps = { title: string; children?: ReactNode; actions?: ReactNode; className?: string };

/** Inside a panel or table: nothing matches, nothing yet. */
export function NothingHere({ title, children, actions, className }: NothingHereProps) {
  return (
    <div className={cn('flex flex-col items-center gap-1 px-6 py-12 text-center', className)}>
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-md text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

'use client';

import { type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';

export type RailSectionProps = {
  title: string;
  /** At the right of the title: a small button. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of the rail under a quiet title, a hairline above it. */
export function RailSection({ title, action, className, children }: RailSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('mt-5 border-t border-line pt-3.5', className)}>
      <div className="mb-2.5 flex min-h-5 items-center justify-between gap-2">
        <h2 id={id} className="text-label text-ink-3">
          {title}
        </h2>
        {action ? <div className="-my-1.5 -mr-1.5 flex shrink-0 items-center">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** A line of the rail: what, a quieter line under it, a figure at the right and what can be done with it. */
export function RailLine({
  title,
  detail,
  aside,
  action,
}: {
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <li className="group relative flex items-baseline gap-3">
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <div className="leading-4.5 font-medium">{title}</div>
        {detail ? <div className="text-label text-ink-2">{detail}</div> : null}
      </div>
      {aside}
      {action ? (
        <div className="absolute -top-1.5 -right-1.5 bg-surface opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-[[data-state=open]]:opacity-100 touch:static touch:-my-3 touch:opacity-100">
          {action}
        </div>
      ) : null}
    </li>
  );
}

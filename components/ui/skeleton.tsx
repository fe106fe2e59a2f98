import type { ReactNode } from 'react';
import { cn } from './cn';

/** A grey place holder that appears after 150 ms, in the shape of what is to come. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className="block animate-late">
      <span className={cn('block h-3.5 rounded-chip bg-neutral-soft animate-skeleton', className)} />
    </span>
  );
}

/** Wraps the skeleton of a view: one quiet word for screen readers, however many bars are drawn. */
export function SkeletonGroup({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" aria-label={label} className={className}>
      {children}
    </div>
  );
}

import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** A figure that leads to the list it counts. */
export function FigureLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={cn('dotted rounded-cell tabular-nums hover:text-accent-text', className)}>
      {children}
    </Link>
  );
}

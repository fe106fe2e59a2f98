'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { SCRIM } from './dialog';
import { IconButton } from './icon-button';

const SIDES = {
  left: 'inset-y-0 left-0 w-[min(280px,86vw)] border-r animate-slide-left',
  right: 'inset-y-0 right-0 w-[min(400px,94vw)] border-l animate-slide-right',
  bottom: 'inset-x-0 bottom-0 max-h-[86dvh] rounded-t-dialog border-t animate-slide-up',
};

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Shown as the heading, or only said when `headless`. */
  title: string;
  headless?: boolean;
  side?: keyof typeof SIDES;
  className?: string;
  children: ReactNode;
};

/** A panel that slides over the page from an edge. */
export function Sheet({
  open,
  onOpenChange,
  title,
  headless = false,
  side = 'right',
  className,
  children,
}: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            'fixed z-40 flex flex-col overflow-hidden border-line bg-surface shadow-dialog outline-none',
            SIDES[side],
            className,
          )}
        >
          {headless ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="flex h-13 shrink-0 items-center justify-between gap-3 border-b border-line pr-2 pl-4">
              <Radix.Title className="text-panel font-semibold">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton icon={X} label="Close" />
              </Radix.Close>
            </header>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

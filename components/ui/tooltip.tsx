'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

export type TooltipProps = {
  content: ReactNode;
  kbd?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref and can be focused, so that the hint is also reached by keyboard. */
  children: ReactNode;
};

/** A hint on hover and focus: never the only place where something is said. */
export function Tooltip({ content, kbd, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-label text-bg animate-appear"
          >
            {content}
            {kbd ? <Kbd keys={kbd} className="[&_kbd]:border-bg/35 [&_kbd]:text-bg" /> : null}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}

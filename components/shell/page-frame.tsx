'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { TopBar, type TopBarProps } from './top-bar';

export type PageFrameProps = TopBarProps & {
  /** A bar under the top bar: OfflineBar. */
  notice?: ReactNode;
  /** 360 at the right from 1200 px on, over the page from 640 px, the whole page on a phone. */
  peek?: ReactNode;
  /** 320 at the right of a record; under the main part below 1200 px. */
  rail?: ReactNode;
  /** A bar that stays at the bottom: 56 high. */
  bottomBar?: ReactNode;
  /** The same on a phone only, for what the top bar has no room for there. */
  phoneBar?: ReactNode;
  /** `fluid` for tables, `column` 984 in the middle, `record` 816 and `reading` 856 for a record beside its rail. */
  width?: 'fluid' | 'column' | 'record' | 'reading';
  children: ReactNode;
};

const WIDTHS = {
  fluid: 'px-4 py-5 md:px-5',
  column: 'mx-auto w-full max-w-[1024px] px-4 py-5 md:px-5 md:py-6',
  record: 'mx-auto w-full max-w-[896px] px-4 py-5 md:px-10 md:py-6',
  // Beside a rail of 280 a screen of 1440 has room for a text and its margin, 856 together, and for a scroll bar.
  reading: 'mx-auto w-full max-w-[928px] px-4 py-5 md:pr-4 md:pl-10 md:py-6',
};

/** One page inside the shell: the top bar, its content, and what stands beside it. */
export function PageFrame(props: PageFrameProps) {
  const { notice, peek, rail, bottomBar, phoneBar, width = 'fluid', children, ...bar } = props;
  return (
    <div className="flex h-full min-w-0 flex-col">
      <TopBar {...bar} />
      {notice}
      <div className="relative flex min-h-0 flex-1">
        <div data-scroll-pane className="min-w-0 flex-1 overflow-y-auto">
          <div className={cn(rail && 'xl:flex xl:min-h-full')}>
            <main className={cn('min-w-0 xl:flex-1', WIDTHS[width])}>{children}</main>
            {rail ? (
              <aside
                className={cn(
                  'border-t border-line bg-surface px-5 py-4 xl:shrink-0 xl:border-t-0 xl:border-l',
                  width === 'reading' ? 'xl:w-70' : 'xl:w-80',
                )}
              >
                {rail}
              </aside>
            ) : null}
          </div>
        </div>
        {peek ? (
          <aside
            aria-label="Peek"
            className="absolute inset-0 z-20 overflow-y-auto border-line bg-surface sm:left-auto sm:w-90 sm:border-l sm:shadow-float lg:static lg:shrink-0 lg:shadow-none"
          >
            {peek}
          </aside>
        ) : null}
      </div>
      {bottomBar || phoneBar ? (
        <section
          aria-label="Actions"
          className={cn(
            'flex min-h-14 shrink-0 flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2 md:px-5',
            !bottomBar && 'sm:hidden',
          )}
        >
          {bottomBar ?? phoneBar}
        </section>
      ) : null}
    </div>
  );
}

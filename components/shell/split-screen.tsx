import type { ReactNode } from 'react';
import { Wordmark } from './mark';

export type SplitScreenProps = {
  /** The form: 472 wide in a side of 616. */
  children: ReactNode;
  /** What the product is, beside it; not shown below 900 px. */
  story: ReactNode;
  /** A line at the very bottom of the form's side. */
  footnote?: ReactNode;
};

/** Signing in, joining and the first run: a form beside what it leads to. */
export function SplitScreen({ children, story, footnote }: SplitScreenProps) {
  return (
    <div className="flex min-h-dvh">
      <main className="flex w-full flex-col px-5 py-9 sm:px-18 md:w-[616px] md:max-w-[50vw] md:px-12 lg:px-18">
        <Wordmark />
        <div className="flex max-w-[472px] flex-1 flex-col justify-center py-10">{children}</div>
        {footnote ? <p className="flex items-center gap-2.5 text-label text-ink-3">{footnote}</p> : null}
      </main>
      <aside className="hidden min-w-0 flex-1 flex-col justify-center border-l border-line bg-sunken px-12 py-10 md:flex lg:px-22">
        {story}
      </aside>
    </div>
  );
}

'use client';

import { memo, type ReactNode, type RefObject, useCallback } from 'react';
import { cn } from '@/components/ui/cn';
import { TextButton } from '@/components/ui/text-link';
import type { ThreadRecord } from '@/server/modules/thread/contract';
import { newThread } from './passage-mark';
import { ThreadCard, type ThreadCardProps } from './thread-card';
import type { useMarginLayout } from './use-margin-layout';

export const headHeight = 28;

type Margin = ReturnType<typeof useMarginLayout>;

type ThreadMarginProps = Pick<ThreadCardProps, 'workspace' | 'actions' | 'onActivate'> & {
  threads: readonly ThreadRecord[];
  margin: Margin;
  active: string | null;
  /** Where two revisions are compared. */
  changeHref: (from: number, to: number) => string;
  resolved: number;
  showResolved: boolean;
  onShowResolved: (show: boolean) => void;
  toggle: RefObject<HTMLButtonElement | null>;
  /** The card of a thread that is being begun. */
  composer: ReactNode;
};

const Place = memo(function Place(props: {
  id: string;
  top: number | undefined;
  register: Margin['register'];
  children: ReactNode;
}) {
  const { id, top, register, children } = props;
  const ref = useCallback((element: HTMLElement | null) => register(id, element), [id, register]);
  return (
    <div ref={ref} className={cn(top === undefined ? 'mb-3' : 'absolute inset-x-0')} style={{ top }}>
      {children}
    </div>
  );
});

/** The threads on passages: level with them beside a wide text, one after the other under a narrow one. */
export function ThreadMargin(props: ThreadMarginProps) {
  const { workspace, actions, onActivate, threads, margin, active, changeHref, resolved, showResolved, composer } =
    props;
  const { isWide, tops, height, order } = margin.layout;
  const byId = new Map<string, ThreadRecord | null>(threads.map((thread) => [thread.id, thread]));
  if (composer) byId.set(newThread, null);
  // The order of the text, as far as it is known; what came since stands at the end until it was measured.
  const known = new Set(order);
  const ids = [...order.filter((id) => byId.has(id)), ...[...byId.keys()].filter((id) => !known.has(id))];
  if (ids.length === 0 && resolved === 0) return null;
  const shown = threads.length + (composer ? 1 : 0);
  return (
    <section
      aria-label="Discussion of passages"
      className={cn(
        'relative col-start-2 row-span-2 row-start-1 min-w-0',
        !isWide && 'mt-6 border-t border-line pt-4 @min-[832px]:mt-0 @min-[832px]:border-t-0 @min-[832px]:pt-0',
      )}
      style={isWide ? { minHeight: height } : undefined}
    >
      <h2 className={cn('mb-3 font-semibold @min-[832px]:sr-only', shown === 0 && 'sr-only')}>On passages</h2>
      {resolved > 0 ? (
        <TextButton
          ref={props.toggle}
          look="bare"
          aria-expanded={showResolved}
          className="mb-2 h-5 text-label text-ink-2"
          onClick={() => props.onShowResolved(!showResolved)}
        >
          {showResolved ? `Hide ${resolved} resolved` : `${resolved} resolved`}
        </TextButton>
      ) : null}
      {ids.map((id) => {
        const thread = byId.get(id);
        return (
          <Place key={id} id={id} top={isWide ? tops.get(id) : undefined} register={margin.register}>
            {thread ? (
              <ThreadCard
                workspace={workspace}
                thread={thread}
                actions={actions}
                isActive={active === id}
                onActivate={onActivate}
                showQuote="narrow"
                changeHref={
                  thread.anchor && thread.changedInRevision !== null
                    ? changeHref(thread.anchor.revision, thread.changedInRevision)
                    : undefined
                }
              />
            ) : (
              composer
            )}
          </Place>
        );
      })}
    </section>
  );
}

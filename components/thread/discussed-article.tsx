'use client';

import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { cn } from '@/components/ui/cn';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { Subject } from '@/server/modules/thread/contract';
import type { DrawnText } from './draw-text';
import { NewThreadCard } from './new-thread-card';
import { PageDiscussion } from './page-discussion';
import './passage.css';
import { newThread, openOnPassages, passageMarks } from './passage-mark';
import { SelectionComment } from './selection-comment';
import { headHeight, ThreadMargin } from './thread-margin';
import { isOver } from './thread-words';
import { useDrawnText } from './use-drawn-text';
import { useMarginLayout } from './use-margin-layout';
import { useNewThread } from './use-new-thread';
import { threadsAt, useThreadFocus } from './use-thread-focus';
import { useThreads } from './use-threads';

export type DiscussedArticleProps = {
  workspace: string;
  decision: Pick<DecisionRecord, 'id' | 'body' | 'revision' | 'register'>;
  /** False where `decision.body` is of an older revision: its passages are shown, none is chosen. */
  isCurrent?: boolean;
  /** The text as `drawText` drew it on the server; null draws it here. */
  drawn: DrawnText | null;
  /** What stands above the text in the reading column and takes no comments: a summary, hints. */
  children?: ReactNode;
};

/**
 * A text with its discussion: the reading column (544) with its commented passages marked, the margin (272) with a card
 * level with each, and the threads about the page as a whole under the text. Stands in a frame of 856 px; narrower than 832
 * the cards stand under the text. Fetches `thread.list` itself: prefetch it with `{ workspace, subject: { type: 'decision',
 * id } }`. Elements with `data-no-passage` inside the text cannot be commented on.
 */
export function DiscussedArticle({ workspace, decision, isCurrent = true, drawn, children }: DiscussedArticleProps) {
  const { id, body, revision, register } = decision;
  const subject = useMemo((): Subject => ({ type: 'decision', id }), [id]);
  const frame = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const { threads, canCreate, actions } = useThreads(workspace, subject);
  const [showResolved, setShowResolved] = useState(false);
  const place = `new:${workspace}:${id}`;
  const { pending, begin, end } = useNewThread(place, revision);

  const onPassages = useMemo(() => threads.filter((thread) => thread.anchor !== null), [threads]);
  const shown = useMemo(
    () => (showResolved ? onPassages : openOnPassages(threads)),
    [onPassages, threads, showResolved],
  );
  const over = onPassages.filter(isOver).length;
  const ids = useMemo(() => [...shown.map((thread) => thread.id), ...(pending ? [newThread] : [])], [shown, pending]);
  const marks = useMemo(() => JSON.stringify(passageMarks(shown, pending, isCurrent)), [shown, pending, isCurrent]);
  const text = useDrawnText(body, marks, drawn);

  const [order, setOrder] = useState<readonly string[]>(ids);
  const focus = useThreadFocus({ article, order, toggle });
  const { active, setActive, goTo } = focus;
  const margin = useMarginLayout({
    ...{ frame, article, ids, active, key: text },
    headHeight: over > 0 ? headHeight : 0,
  });
  // J and K follow the text, whatever the order of the threads in time.
  useEffect(() => setOrder(margin.layout.order.filter((one) => one !== newThread)), [margin.layout.order]);
  useLinkedThread(
    onPassages.length > 0,
    goTo,
    () => setShowResolved(true),
    (one) => {
      const linked = onPassages.find((thread) => thread.id === one);
      return linked ? { isFolded: isOver(linked) } : null;
    },
  );

  const onClick = (event: MouseEvent) => {
    const at = threadsAt(event.target);
    // Of passages that overlap each press shows the next.
    const next = at[(at.indexOf(active ?? '') + 1) % at.length];
    if (!next || document.getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest('[data-thread-place]')) event.preventDefault();
    if (next === newThread) return;
    goTo(next);
  };
  const changeHref = useCallback(
    (from: number, to: number) => `${decisionPath(workspace, register.slug, id)}/revisions?from=${from}&to=${to}`,
    [workspace, register.slug, id],
  );
  const composer =
    pending && canCreate ? (
      <NewThreadCard
        workspace={workspace}
        place={place}
        passage={pending}
        onPost={async (text) => {
          const { id: made } = await actions.create({ anchor: pending, body: text });
          end();
          goTo(made);
        }}
        onCancel={end}
      />
    ) : null;
  const isBeside = shown.length > 0 || over > 0 || composer !== null;
  return (
    <div className="@container max-w-[856px]">
      {active ? <style>{`mark[data-thread~="${active}"]{box-shadow:0 2px 0 var(--warn)}`}</style> : null}
      <div
        ref={frame}
        className="relative grid-cols-[minmax(0,544px)_272px] grid-rows-[auto_1fr] gap-x-10 @min-[832px]:grid"
      >
        <div className={cn('min-w-0', isBeside ? '' : 'max-w-[544px]')}>
          {children}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the link before each passage does the same */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
          <div ref={article} onClick={onClick}>
            {text}
          </div>
          {canCreate && isCurrent && !pending ? (
            <SelectionComment
              frame={frame}
              article={article}
              markdown={body}
              onChoose={(passage) => {
                begin(passage);
                setActive(newThread);
              }}
            />
          ) : null}
        </div>
        <ThreadMargin
          {...{ workspace, actions, threads: shown, margin, active, changeHref, toggle, composer, showResolved }}
          onActivate={setActive}
          resolved={over}
          onShowResolved={setShowResolved}
        />
      </div>
      <PageDiscussion
        workspace={workspace}
        subject={subject}
        className="mt-8 max-w-[544px] border-t border-line pt-4"
      />
    </div>
  );
}

/** Goes to the thread that the address names, once it is known where it is. */
function useLinkedThread(
  isLoaded: boolean,
  goTo: (id: string) => void,
  unfold: () => void,
  find: (id: string) => { isFolded: boolean } | null,
): void {
  const went = useRef(false);
  useEffect(() => {
    const id = /^#thread-([\w-]+)$/.exec(window.location.hash)?.[1];
    const found = !isLoaded || went.current || !id ? null : find(id);
    if (!found || !id) return;
    went.current = true;
    if (found.isFolded) unfold();
    goTo(id);
  });
}

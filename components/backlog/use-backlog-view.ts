'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { Filters } from '@/server/modules/backlog/contract';
import { type BacklogView, queryText, readView, writeView } from './view-query';

const peekParam = 'peek';

function addressOf(pathname: string, view: BacklogView, peek: string | null): string {
  const params = writeView(view);
  if (peek) params.set(peekParam, peek);
  const query = queryText(params);
  return query ? `${pathname}?${query}` : pathname;
}

// Next follows the history by itself: the address changes at once, and nothing is asked of the server for it.
function go(address: string, how: 'push' | 'replace'): void {
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

/** The view that the address names, and ways to go to another. A view is a link, and Back returns to the one before. */
export function useBacklogView() {
  const params = useSearchParams();
  const pathname = usePathname();
  const view = useMemo(() => readView(new URLSearchParams(params)), [params]);
  const peek = params.get(peekParam);

  const setView = useCallback(
    (next: BacklogView, how: 'push' | 'replace' = 'push') => go(addressOf(pathname, next, peek), how),
    [pathname, peek],
  );
  const narrow = useCallback(
    (change: Partial<Filters>, how: 'push' | 'replace' = 'push') =>
      setView({ ...view, filters: { ...view.filters, ...change } }, how),
    [setView, view],
  );
  // Opening is a step that Back undoes; walking through rows with the peek open is not twenty of them.
  const openPeek = useCallback(
    (key: string) => go(addressOf(pathname, view, key), peek ? 'replace' : 'push'),
    [pathname, peek, view],
  );
  const closePeek = useCallback(() => go(addressOf(pathname, view, null), 'replace'), [pathname, view]);
  return { view, viewQuery: queryText(writeView(view)), setView, narrow, peek, openPeek, closePeek };
}

export type BacklogViewState = ReturnType<typeof useBacklogView>;

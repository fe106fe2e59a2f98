'use client';

import { useCallback, useMemo } from 'react';
import { useAddress } from '@/components/query/use-address';
import type { Filters } from '@/server/modules/backlog/contract';
import { type BacklogView, queryText, readView, writeView } from './view-query';

const peekParam = 'peek';

function queryOf(view: BacklogView, peek: string | null): string {
  const params = writeView(view);
  if (peek) params.set(peekParam, peek);
  return queryText(params);
}

/** The view that the address names, and ways to go to another. A view is a link, and Back returns to the one before. */
export function useBacklogView() {
  const { query, go } = useAddress();
  const view = useMemo(() => readView(new URLSearchParams(query)), [query]);
  const peek = new URLSearchParams(query).get(peekParam);

  const setView = useCallback(
    (next: BacklogView, how: 'push' | 'replace' = 'push') => go(queryOf(next, peek), how),
    [go, peek],
  );
  const narrow = useCallback(
    (change: Partial<Filters>, how: 'push' | 'replace' = 'push') =>
      setView({ ...view, filters: { ...view.filters, ...change } }, how),
    [setView, view],
  );
  // Opening is a step that Back undoes; walking through rows with the peek open is not twenty of them.
  const openPeek = useCallback((key: string) => go(queryOf(view, key), peek ? 'replace' : 'push'), [go, peek, view]);
  const closePeek = useCallback(() => go(queryOf(view, null), 'replace'), [go, view]);
  return { view, viewQuery: queryText(writeView(view)), setView, narrow, peek, openPeek, closePeek };
}

export type BacklogViewState = ReturnType<typeof useBacklogView>;

'use client';

import { useCallback, useMemo } from 'react';
import { useAddress } from '@/components/query/use-address';
import type { DecisionFilters } from '@/server/modules/decision-list/contract';
import { type DecisionView, listPath, queryText, readView, writeView } from './decision-view';

const peekParam = 'peek';

function changedFilters(filters: DecisionFilters, change: Partial<DecisionFilters>): DecisionFilters {
  const all = { ...filters, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The view that the address names, the decision that peeks, and ways to go to others. */
export function useDecisionView(workspace: string, register?: string) {
  const { query, go } = useAddress();
  const view = useMemo(() => readView(new URLSearchParams(query), register), [query, register]);
  const peek = new URLSearchParams(query).get(peekParam);

  const queryOf = useCallback(
    (next: DecisionView, peeked: string | null) => {
      const params = writeView(next, register);
      if (peeked) params.set(peekParam, peeked);
      return queryText(params);
    },
    [register],
  );
  const setView = useCallback(
    (next: DecisionView, how: 'push' | 'replace' = 'push') => go(queryOf(next, peek), how),
    [go, peek, queryOf],
  );
  const narrow = useCallback(
    (change: Partial<DecisionFilters>, how: 'push' | 'replace' = 'push') =>
      setView({ ...view, filters: changedFilters(view.filters, change) }, how),
    [setView, view],
  );
  /** The address of the view with another filter: of the list of all registers when that is what it changes. */
  const hrefOf = useCallback(
    (change: Partial<DecisionFilters>) => {
      const own = 'register' in change ? undefined : register;
      const next = { ...view, filters: changedFilters(view.filters, change) };
      const said = queryText(writeView(next, own));
      return `${listPath(workspace, own)}${said ? `?${said}` : ''}`;
    },
    [view, register, workspace],
  );
  // Opening is a step that Back undoes; walking through rows with the peek open is not twenty of them.
  const openPeek = useCallback(
    (id: string) => go(queryOf(view, id), peek ? 'replace' : 'push'),
    [go, peek, queryOf, view],
  );
  const closePeek = useCallback(() => go(queryOf(view, null), 'replace'), [go, queryOf, view]);
  return { view, viewQuery: queryOf(view, null), setView, narrow, hrefOf, peek, openPeek, closePeek };
}

export type DecisionViewState = ReturnType<typeof useDecisionView>;

'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { ServiceFilters } from '@/server/modules/service/contract';
import { readView, type ServiceView, writeView } from './service-view';

const peekParam = 'service';

function addressOf(pathname: string, view: ServiceView, peek: string | null): string {
  const params = writeView(view);
  if (peek) params.set(peekParam, peek);
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `${pathname}?${query}` : pathname;
}

// Next follows the history by itself: the address changes at once, and nothing is asked of the server for it.
function go(address: string, how: 'push' | 'replace'): void {
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

/** The view that the address names, the service that peeks, and ways to go to others. */
export function useServiceView() {
  const params = useSearchParams();
  const pathname = usePathname();
  const view = useMemo(() => readView(new URLSearchParams(params)), [params]);
  const peek = params.get(peekParam);
  const setView = useCallback(
    (next: ServiceView, how: 'push' | 'replace' = 'push') => go(addressOf(pathname, next, peek), how),
    [pathname, peek],
  );
  const narrow = useCallback(
    (change: Partial<ServiceFilters>, how: 'push' | 'replace' = 'push') => {
      const filters = { ...view.filters, ...change };
      const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
      setView({ ...view, filters: set }, how);
    },
    [setView, view],
  );
  const openPeek = useCallback(
    (key: string) => go(addressOf(pathname, view, key), peek ? 'replace' : 'push'),
    [pathname, peek, view],
  );
  const closePeek = useCallback(() => go(addressOf(pathname, view, null), 'replace'), [pathname, view]);
  return { view, setView, narrow, peek, openPeek, closePeek };
}

export type ServiceViewState = ReturnType<typeof useServiceView>;

'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useRef, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('popstate', onChange);
  };
}

/**
 * The query of this page's address, and a way to change it. The address is the state: it is read from the browser itself,
 * because the router follows Back only once it has asked the server for a page that is on screen already.
 */
export function useAddress() {
  const pathname = usePathname();
  const rendered = useSearchParams().toString();
  const last = useRef(rendered);
  const read = () => {
    // On the way to another page the address is that page's already.
    if (window.location.pathname === pathname) last.current = window.location.search.slice(1);
    return last.current;
  };
  const query = useSyncExternalStore(subscribe, read, () => rendered);
  const go = useCallback(
    (next: string, how: 'push' | 'replace') => {
      const address = next ? `${pathname}?${next}` : pathname;
      if (how === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
      for (const listener of listeners) listener();
    },
    [pathname],
  );
  return { query, go };
}

'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { OfflineBar } from '@/components/shell/offline-bar';
import { useLiveChanges } from './use-live-changes';

// A stream that is renewed is down for a moment; only one that stays down is worth a bar.
const graceMs = 4_000;

const ConnectionContext = createContext<ReactNode>(null);

function subscribeToNetwork(onChange: () => void) {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Listens for changes, and tells the pages inside when the line is down. */
export function ConnectionProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const { status, reconnect } = useLiveChanges(workspace);
  const isOnline = useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  );
  const isDown = !isOnline || status === 'error' || status === 'connecting';
  const [lostAt, setLostAt] = useState<Date | null>(null);
  useEffect(() => {
    if (!isDown) {
      setLostAt(null);
      return;
    }
    const since = new Date();
    const timer = setTimeout(() => setLostAt(since), isOnline ? graceMs : 0);
    return () => clearTimeout(timer);
  }, [isDown, isOnline]);
  const time = lostAt?.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <ConnectionContext value={lostAt ? <OfflineBar detail={`Last in step at ${time}`} onRetry={reconnect} /> : null}>
      {children}
    </ConnectionContext>
  );
}

/** The bar to show under the top bar while the line is down, else null. */
export function useConnectionNotice(): ReactNode {
  return useContext(ConnectionContext);
}

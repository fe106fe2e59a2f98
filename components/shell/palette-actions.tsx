'use client';

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useId, useRef } from 'react';
import type { PaletteItem } from './command-palette';

type Registered = RefObject<Map<string, readonly PaletteItem[]>>;

const PaletteActionsContext = createContext<Registered | null>(null);

/** Keeps what the pages on screen offer under "Do" in the palette. */
export function PaletteActionsProvider({ children }: { children: ReactNode }) {
  const registered: Registered = useRef(new Map());
  return <PaletteActionsContext value={registered}>{children}</PaletteActionsContext>;
}

function useRegistered(): Registered {
  const registered = useContext(PaletteActionsContext);
  if (!registered) throw new Error('the palette is used outside AppShell');
  return registered;
}

/** Offers actions in the palette while the component is on screen: "Score TD-31 again". */
export function usePaletteActions(actions: readonly PaletteItem[]): void {
  const registered = useRegistered();
  const id = useId();
  useEffect(() => {
    const all = registered.current;
    all.set(id, actions);
    return () => {
      all.delete(id);
    };
  }, [registered, id, actions]);
}

/** Reads what is offered now; the palette asks when it opens. */
export function useReadPaletteActions(): () => PaletteItem[] {
  const registered = useRegistered();
  return () => [...registered.current.values()].flat();
}

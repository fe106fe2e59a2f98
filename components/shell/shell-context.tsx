'use client';

import { createContext, useContext } from 'react';

export type ShellControls = {
  /** Opens the sidebar as a sheet, below 900 px. */
  openMenu: () => void;
  openPalette: () => void;
  /** What the phone's top bar calls this place. */
  placeName: string;
};

const ShellContext = createContext<ShellControls>({
  openMenu: () => undefined,
  openPalette: () => undefined,
  placeName: '',
});

export const ShellProvider = ShellContext;

export function useShell(): ShellControls {
  return useContext(ShellContext);
}

'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useMemo, useState } from 'react';
import { Sheet } from '@/components/ui/sheet';
import { CommandPalette, type PaletteSource } from './command-palette';
import { PaletteActionsProvider } from './palette-actions';
import { ShellProvider } from './shell-context';
import { ShortcutProvider, useShortcut } from './shortcuts';
import { Sidebar, type SidebarProps } from './sidebar';

export type AppShellProps = {
  sidebar: SidebarProps;
  palette: PaletteSource;
  /** The workspace's name, for the phone's top bar. */
  placeName: string;
  /** A PageFrame. */
  children: ReactNode;
};

/** Sidebar, palette and shortcuts around every page of a workspace. */
export function AppShell(props: AppShellProps) {
  return (
    <ShortcutProvider>
      <PaletteActionsProvider>
        <Shell {...props} />
      </PaletteActionsProvider>
    </ShortcutProvider>
  );
}

function Shell({ sidebar, palette, placeName, children }: AppShellProps) {
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const path = usePathname();
  const [menuPath, setMenuPath] = useState(path);
  // Arriving anywhere closes the menu that led there.
  if (menuPath !== path) {
    setMenuPath(path);
    setMenuOpen(false);
  }
  const openPalette = () => setPaletteOpen(true);
  const controls = useMemo(
    () => ({
      placeName,
      openMenu: () => setMenuOpen(true),
      openPalette: () => {
        setMenuOpen(false);
        setPaletteOpen(true);
      },
    }),
    [placeName],
  );
  return (
    <ShellProvider value={controls}>
      <PaletteShortcuts open={openPalette} />
      <a
        href="#page"
        className="sr-only z-60 rounded-control bg-surface font-medium shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <div className="flex h-dvh overflow-hidden">
        <div className="hidden w-58 shrink-0 border-r border-line md:block">
          <Sidebar {...sidebar} />
        </div>
        <div id="page" tabIndex={-1} className="min-w-0 flex-1">
          {children}
        </div>
      </div>
      <Sheet open={menuOpen} onOpenChange={setMenuOpen} title="Menu" side="left" headless>
        <Sidebar {...sidebar} />
      </Sheet>
      <CommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} source={palette} />
    </ShellProvider>
  );
}

/** Stands before the page, so that a page with another use for `/` wins. */
function PaletteShortcuts({ open }: { open: () => void }) {
  useShortcut({ keys: 'mod+k', label: 'Search or jump', scope: 'Everywhere', run: open, everywhere: true });
  useShortcut({ keys: '/', label: 'Search or jump', scope: 'Everywhere', run: open });
  return null;
}

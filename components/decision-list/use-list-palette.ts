'use client';

import { GitFork, Library, ListTree, Upload } from 'lucide-react';
import { useMemo } from 'react';
import type { PaletteItem } from '@/components/shell/command-palette';
import { usePaletteActions } from '@/components/shell/palette-actions';
import { listPath } from './decision-view';

type Abilities = { createRegister: boolean; import: boolean };

/** What the list offers in the palette besides what is offered everywhere. */
export function useListPalette(
  workspace: string,
  register: string | undefined,
  abilities: Abilities | undefined,
): void {
  const { createRegister = false, import: canImport = false } = abilities ?? {};
  const actions = useMemo<PaletteItem[]>(() => {
    const imports: PaletteItem = {
      id: 'import-records',
      icon: Upload,
      title: 'Import records…',
      detail: 'a zip, a folder or files',
      keywords: 'upload adr madr',
      href: `${listPath(workspace)}/import${register ? `?register=${register}` : ''}`,
    };
    const registers: PaletteItem = {
      id: 'registers',
      icon: Library,
      title: 'Registers and templates',
      detail: 'make and change them',
      keywords: 'new register settings',
      href: `/w/${workspace}/settings/registers`,
    };
    const managed = [...(canImport ? [imports] : []), ...(createRegister ? [registers] : [])];
    if (!register) return managed;
    const path = listPath(workspace, register);
    return [
      { id: 'register-graph', icon: GitFork, title: 'Graph of this register', href: `${path}/graph` },
      { id: 'register-timeline', icon: ListTree, title: 'Timeline of this register', href: `${path}/timeline` },
      ...managed,
    ];
  }, [workspace, register, canImport, createRegister]);
  usePaletteActions(actions);
}

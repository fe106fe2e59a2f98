'use client';

import { GitFork, ListTree, Upload } from 'lucide-react';
import { useMemo } from 'react';
import type { PaletteItem } from '@/components/shell/command-palette';
import { usePaletteActions } from '@/components/shell/palette-actions';
import { listPath } from './decision-view';

/** What the list offers in the palette besides what is offered everywhere. */
export function useListPalette(workspace: string, register: string | undefined, canImport: boolean): void {
  const actions = useMemo<PaletteItem[]>(() => {
    const imports: PaletteItem = {
      id: 'import-records',
      icon: Upload,
      title: 'Import records…',
      detail: 'a zip, a folder or files',
      keywords: 'upload adr madr',
      href: `${listPath(workspace)}/import${register ? `?register=${register}` : ''}`,
    };
    if (!register) return canImport ? [imports] : [];
    const path = listPath(workspace, register);
    return [
      { id: 'register-graph', icon: GitFork, title: 'Graph of this register', href: `${path}/graph` },
      { id: 'register-timeline', icon: ListTree, title: 'Timeline of this register', href: `${path}/timeline` },
      ...(canImport ? [imports] : []),
    ];
  }, [workspace, register, canImport]);
  usePaletteActions(actions);
}

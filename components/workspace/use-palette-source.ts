'use client';

import { Box, FileCheck, FileInput, FilePlus, House, Layers, Plus, Settings, Users } from 'lucide-react';
import { useMemo } from 'react';
import { useNewDebt } from '@/components/debt/new-debt-provider';
import type { PaletteItem, PaletteSource } from '@/components/shell/command-palette';
import { usePaletteSearch } from './use-palette-search';

type Abilities = { manageMembers: boolean; writeDecisions: boolean };

function placesOf(base: string, abilities: Abilities): PaletteItem[] {
  return [
    { id: 'home', icon: House, title: 'Home', href: base, kbd: 'g h' },
    { id: 'backlog', icon: Layers, title: 'Backlog', href: `${base}/backlog`, kbd: 'g b' },
    {
      id: 'decisions',
      icon: FileCheck,
      title: 'Decisions',
      href: `${base}/decisions`,
      kbd: 'g d',
      keywords: 'registers adr',
    },
    { id: 'services', icon: Box, title: 'Services', href: `${base}/services`, kbd: 'g s' },
    ...(abilities.manageMembers
      ? [
          {
            id: 'import',
            icon: FileInput,
            title: 'Import debts',
            href: `${base}/backlog/import`,
            keywords: 'csv jira upload',
          },
          {
            id: 'people',
            icon: Users,
            title: 'People',
            href: `${base}/settings/people`,
            keywords: 'members invite roles',
          },
        ]
      : []),
    { id: 'settings', icon: Settings, title: 'Settings', href: `${base}/settings` },
  ];
}

/** What ⌘K finds in a workspace: its places, what can be done everywhere, and debts, decisions, registers and services by words. */
export function usePaletteSource(workspace: string, abilities: Abilities): PaletteSource {
  const newDebt = useNewDebt();
  const base = `/w/${workspace}`;
  const search = usePaletteSearch(workspace);
  return useMemo(
    () => ({
      places: placesOf(base, abilities),
      actions: [
        ...(newDebt
          ? [{ id: 'new-debt', icon: Plus, title: 'New debt', detail: 'write one down', kbd: 'c', run: newDebt.open }]
          : []),
        ...(abilities.writeDecisions
          ? [
              {
                id: 'new-decision',
                icon: FilePlus,
                title: 'New decision',
                detail: 'begin a record',
                href: `${base}/decisions/new`,
                keywords: 'adr propose write',
              },
            ]
          : []),
      ],
      search,
    }),
    [base, abilities, newDebt, search],
  );
}

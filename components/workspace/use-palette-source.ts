'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Box, FileInput, House, Layers, Plus, Settings, Users } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useNewDebt } from '@/components/debt/new-debt-provider';
import { useTRPC } from '@/components/query/trpc';
import type { PaletteGroup, PaletteItem, PaletteSource } from '@/components/shell/command-palette';

const shown = 6;

type Abilities = { manageMembers: boolean };

function placesOf(base: string, abilities: Abilities): PaletteItem[] {
  return [
    { id: 'home', icon: House, title: 'Home', href: base, kbd: 'g h' },
    { id: 'backlog', icon: Layers, title: 'Backlog', href: `${base}/backlog`, kbd: 'g b' },
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

/** What ⌘K finds in a workspace: its places, what can be done everywhere, and debts and services by their words. */
export function usePaletteSource(workspace: string, abilities: Abilities): PaletteSource {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const newDebt = useNewDebt();
  const base = `/w/${workspace}`;
  const search = useCallback(
    async (text: string): Promise<PaletteGroup[]> => {
      const [debts, services] = await Promise.all([
        queryClient.fetchQuery(trpc.backlog.list.queryOptions({ workspace, filters: { q: text }, limit: shown })),
        queryClient.fetchQuery(trpc.service.list.queryOptions({ workspace, filters: { q: text }, limit: shown })),
      ]);
      return [
        {
          heading: 'Debts',
          aside: debts.total > debts.data.length ? `${debts.data.length} of ${debts.total}` : undefined,
          items: debts.data.map((debt) => ({
            id: debt.key,
            icon: Layers,
            title: debt.title,
            detail: [debt.key, ...debt.services.map((service) => service.key)].join(', '),
            trail: debt.score?.toFixed(1),
            href: `${base}/backlog/${debt.key}`,
          })),
        },
        {
          heading: 'Services',
          items: services.data.map((service) => ({
            id: `service ${service.key}`,
            icon: Box,
            title: service.key,
            detail: service.name,
            href: `${base}/services?service=${service.key}`,
          })),
        },
      ].filter((group) => group.items.length > 0);
    },
    [queryClient, trpc, workspace, base],
  );
  return useMemo(
    () => ({
      places: placesOf(base, abilities),
      actions: newDebt
        ? [{ id: 'new-debt', icon: Plus, title: 'New debt', detail: 'write one down', kbd: 'c', run: newDebt.open }]
        : [],
      search,
    }),
    [base, abilities, newDebt, search],
  );
}

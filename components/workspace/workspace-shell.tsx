'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Bookmark, Box, CircleDot, Clock, FileCheck, Hourglass, House, Layers } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { NewDebtProvider, NewDebtShortcut } from '@/components/debt/new-debt-provider';
import { useTRPC } from '@/components/query/trpc';
import { AppShell } from '@/components/shell/app-shell';
import { useShortcut } from '@/components/shell/shortcuts';
import type { NavItem } from '@/components/shell/sidebar';
import { UserMenu } from '@/components/shell/user-menu';
import { WorkspaceSwitcher } from '@/components/shell/workspace-switcher';
import { ConnectionProvider } from './connection';
import { rememberWorkspace } from './last-workspace';
import { signOut } from './sign-out';
import { usePaletteSource } from './use-palette-source';

type Counts = { needs: number; openDebts: number; services: number; decisions: number };

function mainNav(base: string, counts: Counts): NavItem[] {
  return [
    { href: base, label: 'Home', icon: House, count: counts.needs, exact: true },
    { href: `${base}/backlog`, label: 'Backlog', icon: Layers, count: counts.openDebts },
    { href: `${base}/decisions`, label: 'Decisions', icon: FileCheck, count: counts.decisions },
    { href: `${base}/services`, label: 'Services', icon: Box, count: counts.services },
  ];
}

/** A view of the decisions is saved with its page, one of the backlog by its query alone. */
function viewHref(base: string, query: string): string {
  if (/^decisions(\/[a-z0-9-]+)?\?/.test(query)) return `${base}/${query.replace(/\?$/, '')}`;
  return `${base}/backlog${query ? `?${query}` : ''}`;
}

function viewNav(base: string, saved: readonly { id: string; name: string; query: string }[]): NavItem[] {
  return [
    ...saved.map(({ name, query }) => ({
      href: viewHref(base, query),
      label: name,
      icon: Bookmark,
    })),
    { href: `${base}/backlog?scored=stale`, label: 'Stale scores', icon: Clock },
    { href: `${base}/backlog?expiring=true`, label: 'Expiring acceptances', icon: Hourglass },
    { href: `${base}/backlog?owner=me`, label: 'Mine', icon: CircleDot },
  ];
}

function GoShortcuts({ base }: { base: string }) {
  const router = useRouter();
  useShortcut({ keys: 'g h', label: 'Go home', scope: 'Everywhere', run: () => router.push(base) });
  useShortcut({
    keys: 'g b',
    label: 'Go to the backlog',
    scope: 'Everywhere',
    run: () => router.push(`${base}/backlog`),
  });
  useShortcut({
    keys: 'g d',
    label: 'Go to the decisions',
    scope: 'Everywhere',
    run: () => router.push(`${base}/decisions`),
  });
  useShortcut({
    keys: 'g s',
    label: 'Go to services',
    scope: 'Everywhere',
    run: () => router.push(`${base}/services`),
  });
  return null;
}

/** Sidebar, palette, shortcuts, the new-debt dialog and live changes around every page of a workspace. */
export function WorkspaceShell({ workspace, children }: { workspace: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data: current } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  return (
    <ConnectionProvider workspace={workspace}>
      <NewDebtProvider workspace={workspace} canWrite={current.abilities.writeDebts}>
        <Shell workspace={workspace}>{children}</Shell>
      </NewDebtProvider>
    </ConnectionProvider>
  );
}

function Shell({ workspace, children }: { workspace: string; children: ReactNode }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: current } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  const { data: mine } = useSuspenseQuery(trpc.workspace.mine.queryOptions());
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions());
  const { data: counts } = useSuspenseQuery(trpc.home.counts.queryOptions({ workspace }));
  const { data: saved } = useSuspenseQuery(trpc.savedView.list.queryOptions({ workspace }));
  useEffect(() => rememberWorkspace(workspace), [workspace]);
  const palette = usePaletteSource(workspace, current.abilities);
  const base = `/w/${workspace}`;
  return (
    <AppShell
      placeName={current.name}
      palette={palette}
      sidebar={{
        nav: mainNav(base, counts),
        savedViews: viewNav(base, saved),
        settingsHref: `${base}/settings`,
        workspace: (
          <WorkspaceSwitcher
            current={current}
            workspaces={mine}
            onSwitch={(slug) => router.push(`/w/${slug}`)}
            newHref="/new"
          />
        ),
        user: <UserMenu person={me} accountHref={`${base}/settings/account`} onSignOut={() => void signOut()} />,
      }}
    >
      <GoShortcuts base={base} />
      <NewDebtShortcut />
      {children}
    </AppShell>
  );
}

'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Building2, KeyRound, Library, MonitorSmartphone, ScrollText, Shapes, UserRound, Users } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { type NavItem, NavList } from '@/components/shell/sidebar';
import { useConnectionNotice } from './connection';

type Group = { heading: string; items: NavItem[] };

function useSettingsNav(workspace: string): Group[] {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  const base = `/w/${workspace}/settings`;
  const { counts, abilities } = data;
  const groups: Group[] = [
    {
      heading: data.name,
      items: [
        { href: `${base}/workspace`, label: 'Workspace', icon: Building2 },
        { href: `${base}/people`, label: 'People', icon: Users, count: counts.members },
        { href: `${base}/teams`, label: 'Teams', icon: Shapes, count: counts.teams },
      ],
    },
    {
      heading: 'How we work',
      items: [{ href: `${base}/registers`, label: 'Registers', icon: Library }],
    },
    {
      heading: 'Connected',
      items: abilities.manageTokens ? [{ href: `${base}/tokens`, label: 'API tokens', icon: KeyRound }] : [],
    },
    {
      heading: 'On the record',
      items: abilities.readAudit ? [{ href: `${base}/audit`, label: 'Audit log', icon: ScrollText }] : [],
    },
    {
      heading: 'You',
      items: [
        { href: `${base}/account`, label: 'Your account', icon: UserRound },
        { href: `${base}/sessions`, label: 'Your sessions', icon: MonitorSmartphone },
      ],
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

export type SettingsFrameProps = { workspace: string; title: string; actions?: ReactNode; children: ReactNode };

/** One page of the settings, with the way to the others beside it; above it where there is no room. */
export function SettingsFrame({ workspace, title, actions, children }: SettingsFrameProps) {
  const groups = useSettingsNav(workspace);
  const notice = useConnectionNotice();
  const nav = useRef<HTMLDivElement>(null);
  // On a phone the places stand in a row that may begin beyond the edge.
  useEffect(() => {
    const row = nav.current;
    const place = row?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    if (!row || !place) return;
    // Not scrollIntoView: it would move the whole shell aside as well.
    const { left, width } = row.getBoundingClientRect();
    row.scrollLeft += place.left + place.width / 2 - (left + width / 2);
  }, []);
  const crumbs = [{ label: 'Settings', href: `/w/${workspace}/settings` }, { label: title }];
  return (
    <PageFrame crumbs={crumbs} actions={actions} notice={notice}>
      <div className="lg:flex lg:gap-7">
        <div
          ref={nav}
          className="mb-5 flex gap-x-4 overflow-x-auto pb-1 lg:sticky lg:top-5 lg:mb-0 lg:w-45 lg:shrink-0 lg:flex-col lg:self-start lg:overflow-visible lg:pb-0"
        >
          {groups.map((group) => (
            <div key={group.heading} className="max-lg:[&_ul]:flex-row lg:mb-4 max-lg:[&_a]:whitespace-nowrap">
              <p className="px-2 pb-1.5 text-label text-ink-3 max-lg:sr-only">{group.heading}</p>
              <NavList label={group.heading} items={group.items} />
            </div>
          ))}
        </div>
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </PageFrame>
  );
}

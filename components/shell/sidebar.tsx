'use client';

import { type LucideIcon, Search, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { useShell } from './shell-context';

export type NavItem = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** "Needs you" or "open"; 0 and undefined show nothing. */
  count?: number;
  /** Only this very address is the place, not what lies under it: for home. */
  exact?: boolean;
};

export type SidebarProps = {
  nav: readonly NavItem[];
  savedViews?: readonly NavItem[];
  settingsHref: string;
  /** A WorkspaceSwitcher. */
  workspace: ReactNode;
  /** A UserMenu. */
  user: ReactNode;
};

/** Where everything is, with counts that mean "needs you" or "open". */
export function Sidebar({ nav, savedViews = [], settingsHref, workspace, user }: SidebarProps) {
  const { openPalette } = useShell();
  return (
    <div className="flex h-full flex-col bg-sunken px-2 pb-3">
      <div className="flex h-13 shrink-0 items-center">{workspace}</div>
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Meta+K Control+K"
        className="mb-3 flex h-7.5 shrink-0 items-center gap-2.5 rounded-control border border-line bg-surface pr-1.5 pl-2.5 text-left text-ink-3 hover:border-line-strong touch:h-11"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1">Search or jump</span>
        <Kbd keys="mod+k" className="touch:hidden" />
      </button>
      <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2">
        <NavList label="Main" items={nav} />
        {savedViews.length > 0 ? <NavList label="Saved views" heading items={savedViews} /> : null}
      </div>
      <div className="pt-2">
        <NavList label="Settings" items={[{ href: settingsHref, label: 'Settings', icon: Settings }]} />
        {user}
      </div>
    </div>
  );
}

/** 1,234. Not by Intl, whose first use costs more than the whole sidebar. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export type NavListProps = {
  label: string;
  /** Shows the label above the list. */
  heading?: boolean;
  items: readonly NavItem[];
};

/** Also the navigation of settings, 172 wide. */
export function NavList({ label, heading = false, items }: NavListProps) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      {heading ? (
        <p aria-hidden className="px-2 pt-4 pb-1.5 text-micro font-medium text-ink-3">
          {label}
        </p>
      ) : null}
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => {
          const target = item.href.split('?')[0] ?? item.href;
          const here = !item.href.includes('?') && (item.exact ? path === target : isUnder(path, target));
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'flex h-7.5 items-center gap-2.5 rounded-control border border-transparent pr-2 pl-2 font-medium touch:h-11',
                  here
                    ? 'border-line bg-surface text-ink'
                    : 'text-ink-2 hover:bg-neutral-soft hover:text-ink hover:[&_.text-ink-3]:text-ink-2',
                )}
              >
                <item.icon aria-hidden className={cn('size-4 shrink-0', here ? 'text-ink' : 'text-ink-2')} />
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.count ? (
                  <span className="text-label font-normal text-ink-3 tabular-nums">{grouped(item.count)}</span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function isUnder(path: string, target: string): boolean {
  return path === target || path.startsWith(`${target}/`);
}

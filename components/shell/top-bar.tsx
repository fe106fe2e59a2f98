'use client';

import { ArrowLeft, Menu as MenuIcon, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { AvatarStack } from '@/components/ui/avatar';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs';
import { IconButton, IconLink } from '@/components/ui/icon-button';
import { useShell } from './shell-context';

export type TopBarProps = {
  crumbs: readonly Crumb[];
  /** Who else is here. */
  presence?: readonly { id?: string; name: string }[];
  /** At the right: quiet buttons first, the primary one last. Hide what a phone has no room for with `max-sm:hidden`. */
  actions?: ReactNode;
  /** On a phone, back to the list instead of the menu. */
  backHref?: string;
};

export function TopBar({ crumbs, presence = [], actions, backHref }: TopBarProps) {
  const { openMenu, openPalette, placeName } = useShell();
  const back = crumbs.length > 1 ? crumbs[crumbs.length - 2] : undefined;
  return (
    <header className="flex h-13 shrink-0 items-center gap-3 border-b border-line bg-bg pr-2 pl-2 md:h-12 md:pr-5 md:pl-5">
      <div className="flex min-w-0 items-center gap-1 md:hidden">
        {backHref ? (
          <IconLink href={backHref} icon={ArrowLeft} label={back ? `Back to ${back.label}` : 'Back'} />
        ) : (
          <IconButton icon={MenuIcon} label="Open the menu" onClick={openMenu} />
        )}
        <span className="truncate text-product font-semibold">{backHref && back ? back.label : placeName}</span>
      </div>
      <div className="hidden min-w-0 md:block">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-2">
        {presence.length > 0 ? (
          <span className="flex items-center gap-2 pr-2 max-md:hidden">
            <span aria-hidden className="size-2 rounded-full bg-ok" />
            <span className="sr-only">Also here:</span>
            <AvatarStack people={presence} max={3} />
          </span>
        ) : null}
        {backHref ? null : (
          <IconButton icon={Search} label="Search or jump" className="md:hidden" onClick={openPalette} />
        )}
        {actions}
      </div>
    </header>
  );
}

'use client';

import { ChevronsUpDown, Plus } from 'lucide-react';
import { Menu, MenuHeading, MenuItem, MenuRadioGroup, MenuSeparator } from '@/components/ui/menu';
import { Mark } from './mark';

export type WorkspaceSwitcherProps = {
  current: { slug: string; name: string };
  workspaces: readonly { slug: string; name: string; role?: string }[];
  onSwitch: (slug: string) => void;
  /** Where a new workspace is made; left out, the entry is not there. */
  newHref?: string;
};

export function WorkspaceSwitcher({ current, workspaces, onSwitch, newHref }: WorkspaceSwitcherProps) {
  return (
    <Menu
      className="w-54"
      trigger={
        <button
          type="button"
          aria-label={`Workspace ${current.name}`}
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-left hover:bg-neutral-soft touch:h-11"
        >
          <Mark />
          <span className="min-w-0 flex-1 truncate font-semibold">{current.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-3" />
        </button>
      }
    >
      <MenuHeading>Workspaces</MenuHeading>
      <MenuRadioGroup
        value={current.slug}
        onChange={onSwitch}
        choices={workspaces.map((each) => ({ value: each.slug, label: each.name, description: each.role }))}
      />
      {newHref ? (
        <>
          <MenuSeparator />
          <MenuItem label="New workspace" icon={Plus} href={newHref} />
        </>
      ) : null}
    </Menu>
  );
}

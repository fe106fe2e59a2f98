'use client';

import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuHeading, MenuItem, MenuRadioGroup, MenuSeparator } from '@/components/ui/menu';
import { useShortcutList } from './shortcuts';
import type { Theme } from './theme-cookie';
import { useTheme } from './theme-provider';

const THEMES: { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
];

export type UserMenuProps = {
  person: { id?: string; name: string; email?: string };
  accountHref?: string;
  onSignOut: () => void;
};

export function UserMenu({ person, accountHref, onSignOut }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const { openList } = useShortcutList();
  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex h-7.5 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left font-medium text-ink-2 hover:bg-neutral-soft hover:text-ink touch:h-11"
        >
          <Avatar id={person.id} name={person.name} decorative />
          <span className="min-w-0 flex-1 truncate">{person.name}</span>
          <span className="sr-only">, account and theme</span>
        </button>
      }
    >
      {person.email ? <MenuHeading>{person.email}</MenuHeading> : null}
      {accountHref ? <MenuItem label="Your account" icon={UserRound} href={accountHref} /> : null}
      <MenuItem label="Keyboard shortcuts" icon={Keyboard} kbd="?" onSelect={openList} />
      <MenuSeparator />
      <MenuHeading>Theme</MenuHeading>
      <MenuRadioGroup value={theme} onChange={setTheme} choices={THEMES} />
      <MenuSeparator />
      <MenuItem label="Sign out" icon={LogOut} onSelect={onSignOut} />
    </Menu>
  );
}

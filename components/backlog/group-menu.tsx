'use client';

import { Rows3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuHeading, MenuRadioGroup } from '@/components/ui/menu';
import type { GroupField } from '@/server/modules/backlog/contract';

export const groupLabels: Readonly<Record<GroupField, string>> = {
  team: 'Team',
  owner: 'Owner',
  state: 'State',
  quadrant: 'Quadrant',
  service: 'Services',
};

type GroupMenuProps = { group: GroupField | null; onChange: (group: GroupField | null) => void };

const choices = [
  { value: 'none' as const, label: 'No groups' },
  ...(['team', 'owner', 'state', 'quadrant', 'service'] as const).map((value) => ({
    value,
    label: groupLabels[value],
  })),
];

/** Lays the view out under headings; within each the order stays. */
export function GroupMenu({ group, onChange }: GroupMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon={Rows3}>
          {group ? `By ${groupLabels[group].toLowerCase()}` : 'Group'}
        </Button>
      }
    >
      <MenuHeading>Group by</MenuHeading>
      <MenuRadioGroup
        choices={choices}
        value={group ?? 'none'}
        onChange={(value) => onChange(value === 'none' ? null : value)}
      />
    </Menu>
  );
}

'use client';

import { CircleDashed, Tag, Trash2, User, Users, X } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { BulkPick } from './bulk-pick';
import { BulkState } from './bulk-state';
import type { Bulk } from './use-bulk';
import { useFilterOptions } from './use-filter-options';

export type BulkPart = 'owner' | 'team' | 'state' | 'labels';

type BulkBarProps = {
  workspace: string;
  selected: ReadonlySet<string>;
  bulk: Bulk;
  /** The part whose choices are open. */
  open: BulkPart | null;
  onOpenChange: (part: BulkPart | null) => void;
  onClear: () => void;
};

/** What can be done to the selected debts, at the bottom of the page while any are selected. */
export function BulkBar({ workspace, selected, bulk, open, onOpenChange, onClear }: BulkBarProps) {
  const options = useFilterOptions(workspace);
  const keys = [...selected];
  const part = (name: BulkPart) => ({
    open: open === name,
    onOpenChange: (isOpen: boolean) => onOpenChange(isOpen ? name : null),
  });
  const people = options.people.map(({ id, name, email }) => ({
    value: id,
    label: name,
    secondary: email,
    lead: <Avatar name={name} id={id} size="sm" decorative />,
  }));
  const of = keys.length === 1 ? '1 debt' : `${keys.length} debts`;
  const nameOf = (id: string | null) => people.find((person) => person.value === id)?.label ?? 'nobody';
  const teamOf = (key: string | null) => options.teams.find((team) => team.value === key)?.label ?? 'no team';
  return (
    <>
      <b className="tabular-nums" aria-live="polite">
        {keys.length} selected
      </b>
      <BulkPick
        {...part('owner')}
        icon={User}
        label="Owner"
        options={people}
        clearLabel="Nobody"
        onPick={(owner) => void bulk.preview(keys, { owner }, `Give ${of} to ${nameOf(owner)}`)}
      />
      <BulkPick
        {...part('team')}
        icon={Users}
        label="Team"
        options={options.teams}
        clearLabel="No team"
        onPick={(team) => void bulk.preview(keys, { team }, `Give ${of} to ${teamOf(team)}`)}
      />
      <BulkState
        {...part('state')}
        icon={CircleDashed}
        onPick={(change, title) => void bulk.preview(keys, change, `${title} ${of}`)}
      />
      <BulkPick
        {...part('labels')}
        icon={Tag}
        label="Add a label"
        options={options.labels}
        canCreate
        onPick={(label) => label && void bulk.preview(keys, { addLabels: [label] }, `Label ${of} ${label}`)}
      />
      <Button variant="ghost" icon={Trash2} onClick={() => void bulk.preview(keys, { delete: true }, `Delete ${of}`)}>
        Delete
      </Button>
      <IconButton icon={X} label="Select nothing" className="ml-auto" onClick={onClear} />
    </>
  );
}

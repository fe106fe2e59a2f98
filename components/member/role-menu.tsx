'use client';

import { ChevronDown } from 'lucide-react';
import { Menu, MenuHeading, MenuNote, MenuRadioGroup } from '@/components/ui/menu';
import { type RoleName, roleOrder, roleWords } from './role-words';

export type RoleMenuProps = {
  role: RoleName;
  /** The roles that may be given; empty leaves the role as plain text. */
  assignable: readonly RoleName[];
  onChange: (role: RoleName) => void;
  /** "What may Aneta do?" */
  question: string;
  /** What it is the role of, for screen readers. */
  of: string;
  note?: string;
};

/** A role, and what each other one would add where it is chosen. */
export function RoleMenu({ role, assignable, onChange, question, of, note }: RoleMenuProps) {
  if (assignable.length === 0) return <span className="font-medium">{roleWords[role].label}</span>;
  const choices = roleOrder.map((value) => ({ value, ...roleWords[value], disabled: !assignable.includes(value) }));
  return (
    <Menu
      className="w-94 max-w-[calc(100vw-32px)]"
      trigger={
        <button
          type="button"
          className="-ml-2 inline-flex h-7.5 items-center gap-1.5 rounded-control border border-transparent px-2 font-medium hover:border-line-strong hover:bg-surface aria-expanded:border-line-strong touch:h-11"
        >
          <span className="sr-only">Role of {of}: </span>
          {roleWords[role].label}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </button>
      }
    >
      <MenuHeading aside="each adds to the one above">{question}</MenuHeading>
      <MenuRadioGroup choices={choices} value={role} onChange={onChange} />
      {note ? <MenuNote>{note}</MenuNote> : null}
    </Menu>
  );
}

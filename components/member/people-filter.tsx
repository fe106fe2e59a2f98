'use client';

import { Search } from 'lucide-react';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { DirectoryEntry } from '@/server/modules/member/contract';
import { type RoleName, roleOrder, roleWords } from './role-words';

export type PeopleFilterValue = { text: string; role: RoleName | null; team: string | null };

/** Whether a person is among those that are looked for. */
export function passes(person: DirectoryEntry, filter: PeopleFilterValue): boolean {
  const text = filter.text.trim().toLowerCase();
  if (text && !`${person.name} ${person.email}`.toLowerCase().includes(text)) return false;
  if (filter.role && person.role !== filter.role) return false;
  return !filter.team || person.teams.some((team) => team.key === filter.team);
}

const any = 'any';

export type PeopleFilterProps = {
  value: PeopleFilterValue;
  onChange: (value: PeopleFilterValue) => void;
  members: readonly DirectoryEntry[];
};

/** Finding someone among many. With few people there is nothing to find, so it stays away. */
export function PeopleFilter({ value, onChange, members }: PeopleFilterProps) {
  const isSet = Boolean(value.text || value.role || value.team);
  if (members.length < 6 && !isSet) return null;
  const teams = new Map(members.flatMap((member) => member.teams.map((team) => [team.key, team.name] as const)));
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <Input
        size="md"
        type="search"
        aria-label="Find a person"
        placeholder="Find a person"
        prefix={<Search aria-hidden className="mr-2 size-4" />}
        className="w-60 max-sm:w-full"
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      <div className="w-36">
        <Select
          size="md"
          aria-label="Role"
          options={[
            { value: any, label: 'Any role' },
            ...roleOrder.map((role) => ({ value: role, label: roleWords[role].label })),
          ]}
          value={value.role ?? any}
          onChange={(role) => onChange({ ...value, role: role === any ? null : role })}
        />
      </div>
      {teams.size > 0 ? (
        <div className="w-44">
          <Select
            size="md"
            aria-label="Team"
            options={[
              { value: any, label: 'Any team' },
              ...[...teams].map(([key, name]) => ({ value: key, label: name })),
            ]}
            value={value.team ?? any}
            onChange={(team) => onChange({ ...value, team: team === any ? null : team })}
          />
        </div>
      ) : null}
    </div>
  );
}

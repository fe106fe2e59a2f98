'use client';

import { useState } from 'react';
import { type FilterOptions, useFilterOptions } from '@/components/backlog/use-filter-options';
import { Avatar } from '@/components/ui/avatar';
import { Combobox, MultiCombobox } from '@/components/ui/combobox';
import type { DebtRecord } from '@/server/modules/debt/contract';

type OptionsProps = { options: FilterOptions };

/** People, teams, services and labels one can choose from, and those of a record even when they are gone since. */
export function useReferenceOptions(workspace: string, debt?: DebtRecord): FilterOptions {
  const options = useFilterOptions(workspace);
  if (!debt) return options;
  const { owner, team } = debt;
  const gone = owner && !options.people.some((person) => person.id === owner.id);
  return {
    ...options,
    people: gone ? [...options.people, owner] : options.people,
    teams:
      team && !options.teams.some((one) => one.value === team.key)
        ? [...options.teams, { value: team.key, label: team.name }]
        : options.teams,
  };
}

export function ServicesField({
  options,
  value,
  onChange,
}: OptionsProps & { value: string[]; onChange: (value: string[]) => void }) {
  return (
    <MultiCombobox
      label="Services"
      placeholder="None"
      searchPlaceholder="A service"
      empty="No service has this name."
      options={options.services}
      value={value}
      onChange={onChange}
    />
  );
}

export function OwnerField({
  options,
  value,
  onChange,
}: OptionsProps & { value: string | null; onChange: (value: string | null) => void }) {
  const isNamesake = (of: { id: string; name: string }) =>
    options.people.some((person) => person.id !== of.id && person.name === of.name);
  return (
    <Combobox
      label="Owner"
      placeholder="Nobody"
      clearLabel="Nobody"
      searchPlaceholder="A person"
      options={options.people.map((person) => ({
        value: person.id,
        label: person.name,
        // The address tells two people of one name apart, and takes room from everybody else's.
        ...(isNamesake(person) ? { secondary: person.email } : {}),
        lead: <Avatar name={person.name} id={person.id} size="sm" decorative />,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

export function TeamField({
  options,
  value,
  onChange,
}: OptionsProps & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Combobox
      label="Team"
      placeholder="None"
      clearLabel="None"
      searchPlaceholder="A team"
      empty="No team has this name."
      options={options.teams}
      value={value}
      onChange={onChange}
    />
  );
}

export function LabelsField({
  options,
  value,
  onChange,
}: OptionsProps & { value: string[]; onChange: (value: string[]) => void }) {
  const [made, setMade] = useState<string[]>([]);
  const known = new Set(options.labels.map((option) => option.value));
  const own = [...new Set([...value, ...made])].filter((label) => !known.has(label));
  return (
    <MultiCombobox
      label="Labels"
      placeholder="None"
      searchPlaceholder="A label, or a new one"
      options={[...options.labels, ...own.map((label) => ({ value: label, label }))]}
      value={value}
      onChange={onChange}
      onCreate={(text) => {
        const label = text.trim();
        setMade((was) => [...was, label]);
        if (label && !value.includes(label)) onChange([...value, label]);
      }}
    />
  );
}

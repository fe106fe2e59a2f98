'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { MultiCombobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-list';

type ListFieldProps = {
  label: string;
  placeholder: string;
  options: readonly ComboboxOption[];
  value: string[];
  onChange: (value: string[]) => void;
};

/** Several of a list, or words that are not in it yet. */
function OpenListField({ label, placeholder, options, value, onChange }: ListFieldProps) {
  const [made, setMade] = useState<string[]>([]);
  const known = new Set(options.map((option) => option.value));
  const own = [...new Set([...value, ...made])].filter((text) => !known.has(text));
  return (
    <MultiCombobox
      label={label}
      placeholder="None"
      searchPlaceholder={placeholder}
      options={[...options, ...own.map((text) => ({ value: text, label: text }))]}
      value={value}
      onChange={onChange}
      onCreate={(typed) => {
        const text = typed.trim();
        setMade((was) => [...was, text]);
        if (text && !value.includes(text)) onChange([...value, text]);
      }}
    />
  );
}

type FieldProps = { workspace: string; value: string[]; onChange: (value: string[]) => void };

/** People by name: members, and others as one types them, such as a committee. */
export function NamesField({ workspace, label, value, onChange }: FieldProps & { label: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.member.directory.queryOptions({ workspace }));
  const options = [...new Set((data ?? []).map((person) => person.name))].map((name) => ({ value: name, label: name }));
  return <OpenListField label={label} placeholder="A name" options={options} value={value} onChange={onChange} />;
}

/** Tags that decisions have already, and new ones. */
export function TagsField({ workspace, value, onChange }: FieldProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.decisionList.facets.queryOptions({ workspace }));
  const options = (data?.tag ?? []).map((tag) => ({
    value: tag.value,
    label: tag.label,
    secondary: String(tag.count),
  }));
  return (
    <OpenListField label="Tags" placeholder="A tag, or a new one" options={options} value={value} onChange={onChange} />
  );
}

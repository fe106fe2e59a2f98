'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Combobox } from '@/components/ui/combobox';

export type DebtPickerProps = {
  workspace: string;
  /** The debt that is being written: it cannot be its own duplicate. */
  except: string;
  value: string | null;
  onChange: (key: string | null) => void;
};

const shown = 20;

/** Another debt of the workspace, found by its words. */
export function DebtPicker({ workspace, except, value, onChange }: DebtPickerProps) {
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const q = search.trim();
  const { data } = useQuery(
    trpc.backlog.list.queryOptions(
      { workspace, filters: q ? { q } : {}, limit: shown },
      { placeholderData: (old) => old },
    ),
  );
  const found = (data?.data ?? [])
    .filter((row) => row.key !== except)
    .map((row) => ({ value: row.key, label: row.key, secondary: row.title }));
  const isListed = value === null || found.some((option) => option.value === value);
  return (
    <Combobox
      label="Debt"
      placeholder="Choose a debt"
      searchPlaceholder="Words of the debt"
      options={isListed ? found : [{ value, label: value }, ...found]}
      value={value}
      onChange={onChange}
      onSearch={setSearch}
    />
  );
}

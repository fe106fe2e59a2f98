'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-list';
import type { DecisionStatus } from '@/server/domain/decision/status';
import type { DecisionFilters } from '@/server/modules/decision-list/contract';
import { statusLooks } from './status-look';

export type PickedDecision = { id: string; title: string; number: number | null; status: DecisionStatus };

export type DecisionPickerProps = {
  workspace: string;
  /** Ids of records that cannot be chosen, such as the one that is being related. */
  except: readonly string[];
  /** Only these statuses. */
  status?: DecisionFilters['status'];
  value: PickedDecision | null;
  onChange: (decision: PickedDecision | null) => void;
};

const shown = 20;

/** Another decision of the workspace, found by its words, its number or its file name. */
export function DecisionPicker({ workspace, except, status, value, onChange }: DecisionPickerProps) {
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const q = search.trim();
  const { data } = useQuery(
    trpc.decisionList.list.queryOptions(
      { workspace, filters: { ...(q ? { q } : {}), ...(status ? { status } : {}) }, limit: shown },
      { placeholderData: (old) => old },
    ),
  );
  const rows = (data?.data ?? []).filter((row) => !except.includes(row.id));
  const found = rows.map(
    (row): ComboboxOption => ({
      value: row.id,
      label: row.title,
      secondary: [
        row.number === null ? row.register.slug : `${row.register.slug} ${row.number}`,
        statusLooks[row.status].label.toLowerCase(),
      ].join(', '),
    }),
  );
  const isListed = value === null || found.some((option) => option.value === value.id);
  return (
    <Combobox
      label="Decision"
      placeholder="Choose a decision"
      searchPlaceholder="Words, a number or a file name"
      empty="No decision has these words."
      options={isListed ? found : [{ value: value.id, label: value.title }, ...found]}
      value={value?.id ?? null}
      onChange={(id) => onChange(rows.find((row) => row.id === id) ?? (id === value?.id ? value : null))}
      onSearch={setSearch}
    />
  );
}

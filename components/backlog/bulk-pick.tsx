'use client';

import type { LucideIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ComboboxList, type ComboboxOption } from '@/components/ui/combobox-list';
import { Popover } from '@/components/ui/popover';

type BulkPickProps = {
  icon: LucideIcon;
  label: string;
  options: readonly ComboboxOption[];
  /** The last line, which empties the field. */
  clearLabel?: string;
  canCreate?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (value: string | null) => void;
};

/** One value for all of the selected debts, picked from a list. */
export function BulkPick(props: BulkPickProps) {
  const { icon, label, options, clearLabel, canCreate = false, open, onOpenChange, onPick } = props;
  const pick = (value: string | null) => {
    onOpenChange(false);
    onPick(value);
  };
  return (
    <Popover
      label={label}
      side="top"
      className="w-64 p-0"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="ghost" icon={icon}>
          {label}
        </Button>
      }
    >
      <ComboboxList
        label={label}
        searchPlaceholder={label}
        options={options}
        chosen={[]}
        onPick={pick}
        onCreate={canCreate ? pick : undefined}
        clear={clearLabel ? { label: clearLabel, onClear: () => pick(null) } : undefined}
      />
    </Popover>
  );
}

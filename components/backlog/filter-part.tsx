'use client';

import { useState } from 'react';
import { ComboboxList, type ComboboxOption } from '@/components/ui/combobox-list';
import { Popover } from '@/components/ui/popover';
import { TextButton } from '@/components/ui/text-link';

export type FilterPartProps = {
  /** What is chosen here, for screen readers and the search field: "Team". */
  label: string;
  /** How the sentence says what is chosen: "any team". */
  text: string;
  options: readonly ComboboxOption[];
  chosen: readonly string[];
  onPick: (value: string) => void;
  /** The last line of the list, which takes the part back: "Any team". */
  clear?: { label: string; onClear: () => void };
  /** One choice only: the list closes with it. */
  single?: boolean;
  isLoading?: boolean;
  defaultOpen?: boolean;
  onClosed?: () => void;
};

/** One part of the filter sentence: says what is chosen and opens to the choices. */
export function FilterPart(props: FilterPartProps) {
  const { label, text, options, chosen, onPick, clear, single = false, isLoading = false } = props;
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) props.onClosed?.();
  };
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={change}
      className="w-64 p-0"
      trigger={
        <TextButton look="bare" className="max-w-80 truncate touch:min-h-11">
          <span className="sr-only">{label}: </span>
          {text}
        </TextButton>
      }
    >
      <ComboboxList
        label={label}
        searchPlaceholder={label}
        options={options}
        chosen={chosen}
        empty={isLoading ? 'Loading…' : 'Nothing matches.'}
        onPick={(value) => {
          onPick(value);
          if (single) change(false);
        }}
        clear={
          clear && {
            label: clear.label,
            onClear: () => {
              clear.onClear();
              change(false);
            },
          }
        }
      />
    </Popover>
  );
}

/** Adds a value to a list of alternatives or takes it out; an empty list is no filter. */
export function toggled<Value>(values: readonly Value[] | undefined, value: Value): Value[] | undefined {
  const next = values?.includes(value) ? values.filter((one) => one !== value) : [...(values ?? []), value];
  return next.length > 0 ? next : undefined;
}

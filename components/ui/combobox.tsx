'use client';

import { ChevronDown, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { ComboboxList, type ComboboxListProps, type ComboboxOption } from './combobox-list';
import { useFieldControl } from './field';
import { FLOATING } from './floating';
import { type ControlSize, controlClass } from './input';

type Shared = Pick<ComboboxListProps, 'searchPlaceholder' | 'empty' | 'onSearch' | 'onCreate'> & {
  options: readonly ComboboxOption[];
  placeholder?: string;
  /** What is being chosen, for the list's accessible name: "Owner". */
  label: string;
  size?: ControlSize;
  disabled?: boolean;
  id?: string;
  className?: string;
};

export type ComboboxProps = Shared & {
  value: string | null;
  onChange: (value: string | null) => void;
  /** Words for choosing nobody or none; without it the choice cannot be taken back. */
  clearLabel?: string;
};

/** One of many, searched by typing: people, teams, services. */
export function Combobox({ value, onChange, clearLabel, ...shared }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const chosen = shared.options.find((option) => option.value === value);
  const pick = (next: string | null) => {
    onChange(next);
    setOpen(false);
  };
  return (
    <ComboboxFrame
      {...shared}
      open={open}
      onOpenChange={setOpen}
      chosen={value === null ? [] : [value]}
      onPick={pick}
      clear={clearLabel ? { label: clearLabel, onClear: () => pick(null) } : undefined}
      valueText={[chosen?.label, chosen?.secondary].filter(Boolean).join(' ')}
      text={
        chosen ? (
          <>
            {chosen.lead}
            {/* The space parts the two where they are read as one name. */}
            <span className="truncate">{chosen.label}</span>{' '}
            {chosen.secondary ? <span className="truncate text-body text-ink-3">{chosen.secondary}</span> : null}
          </>
        ) : null
      }
    />
  );
}

export type MultiComboboxProps = Shared & {
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** Several of many; what is chosen stands in the control and each can be taken out again. */
export function MultiCombobox({ value, onChange, ...shared }: MultiComboboxProps) {
  const [open, setOpen] = useState(false);
  const chosen = value.map(
    (each) => shared.options.find((option) => option.value === each) ?? { value: each, label: each },
  );
  const names = chosen.map((each) => each.label).join(', ');
  const toggle = (each: string) =>
    onChange(value.includes(each) ? value.filter((other) => other !== each) : [...value, each]);
  return (
    <div className={cn('flex flex-col gap-1.5', shared.className)}>
      <ComboboxFrame
        {...shared}
        className={undefined}
        open={open}
        onOpenChange={setOpen}
        chosen={value}
        onPick={toggle}
        valueText={names}
        text={chosen.length > 0 ? <span className="truncate">{names}</span> : null}
      />
      {chosen.length > 1 ? (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map((each) => (
            <li
              key={each.value}
              className="flex h-5.5 items-center gap-1 rounded-chip bg-neutral-soft pl-2 text-label text-ink-2"
            >
              {each.label}
              <button
                type="button"
                aria-label={`Take out ${each.label}`}
                disabled={shared.disabled}
                onClick={() => toggle(each.value)}
                className="flex size-5.5 items-center justify-center rounded-chip hover:text-ink"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type FrameProps = Shared &
  Pick<ComboboxListProps, 'chosen' | 'onPick' | 'clear'> & {
    open: boolean;
    onOpenChange: (open: boolean) => void;
    /** What the closed control shows; null shows the placeholder. */
    text: ReactNode;
    valueText: string;
  };

function ComboboxFrame(props: FrameProps) {
  const { placeholder = 'Choose', size = 'form', label, open, onOpenChange, text, className } = props;
  const bound = useFieldControl(props);
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger
        {...bound}
        // A Field's <label> alone would hide what is chosen: both are said.
        aria-label={`${label}: ${props.valueText || placeholder}`}
        disabled={props.disabled}
        className={cn(controlClass(size), 'inline-flex items-center justify-between gap-2 text-left', className)}
      >
        <span className={cn('flex min-w-0 items-center gap-2', text === null && 'text-ink-3')}>
          {text ?? placeholder}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={cn(FLOATING, 'w-(--radix-popover-trigger-width) min-w-60 overflow-hidden')}
        >
          <ComboboxList
            options={props.options}
            chosen={props.chosen}
            onPick={props.onPick}
            clear={props.clear}
            searchPlaceholder={props.searchPlaceholder}
            empty={props.empty}
            onSearch={props.onSearch}
            onCreate={props.onCreate}
            label={label}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

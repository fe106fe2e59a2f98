'use client';

import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { cn } from './cn';
import { useFieldControl } from './field';
import { FLOATING, FLOATING_ITEM } from './floating';
import { type ControlSize, controlClass } from './input';

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  /** A second line that explains the choice where it is made. */
  description?: string;
  icon?: LucideIcon;
  disabled?: boolean;
};

export type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  /** null shows the placeholder. */
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  size?: ControlSize;
  /** `plain` has no frame until hovered, for cells of a table. */
  look?: 'framed' | 'plain';
  disabled?: boolean;
  name?: string;
  id?: string;
  'aria-label'?: string;
  className?: string;
};

/** One of a short, fixed list. For people, teams and services use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', size = 'form', look = 'framed', className } = props;
  const bound = useFieldControl(props);
  const chosen = options.find((option) => option.value === value);
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ''} onValueChange={choose} disabled={props.disabled} name={props.name}>
      <Radix.Trigger
        {...bound}
        aria-label={props['aria-label']}
        className={cn(
          controlClass(size),
          'inline-flex items-center justify-between gap-2 text-left',
          look === 'plain' && 'border-transparent bg-transparent hover:border-line-strong',
          className,
        )}
      >
        <span className={cn('flex min-w-0 items-center gap-2', !chosen && 'text-ink-3')}>
          {chosen?.icon ? <chosen.icon aria-hidden className="size-4 shrink-0 text-ink-3" /> : null}
          <span className="truncate">
            <Radix.Value placeholder={placeholder}>{chosen?.label}</Radix.Value>
          </span>
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            FLOATING,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className={cn(FLOATING_ITEM, 'pr-9 data-[state=checked]:text-accent-text')}
              >
                {option.icon ? <option.icon aria-hidden className="size-4 shrink-0" /> : null}
                <span className="min-w-0">
                  <Radix.ItemText>
                    <span className={cn(option.description && 'font-medium')}>{option.label}</span>
                  </Radix.ItemText>
                  {option.description ? (
                    <span className="block text-label text-ink-2">{option.description}</span>
                  ) : null}
                </span>
                <Radix.ItemIndicator className="absolute right-2.5">
                  <Check aria-hidden className="size-4" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

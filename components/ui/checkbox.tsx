'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

export type CheckboxProps = {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  /** Beside the box; leave out only together with `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  name?: string;
  /** -1 where the keyboard has another way, such as X in a table. */
  tabIndex?: number;
  'aria-label'?: string;
  className?: string;
};

export function Checkbox({ checked, onChange, label, description, className, ...props }: CheckboxProps) {
  const id = useId();
  const box = (
    <Radix.Root
      {...props}
      id={id}
      checked={checked}
      aria-describedby={description ? `${id}-description` : undefined}
      onCheckedChange={(next) => onChange(next === true)}
      className={cn(
        'relative flex size-4 shrink-0 items-center justify-center rounded-chip border border-field bg-surface',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent',
        'data-[state=indeterminate]:bg-accent disabled:opacity-50 touch:after:absolute touch:after:-inset-3.5',
      )}
    >
      <Radix.Indicator className="text-accent-ink">
        {checked === 'indeterminate' ? (
          <Minus aria-hidden className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={3} />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <div className={cn('flex items-start gap-2.5', className)}>
      <span className="flex h-5 items-center">{box}</span>
      <div>
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        {description ? (
          <p id={`${id}-description`} className="text-label text-ink-2">
            {description}
          </p>
        ) : null}
      </div>
    </div>
  );
}

'use client';

import { Check, Info, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { FLOATING, FLOATING_ITEM } from './floating';
import { Kbd } from './kbd';

export type MenuProps = {
  /** One element that takes a ref: a Button, IconButton or plain `<button>`. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** A menu of MenuItem, MenuRadioGroup, MenuCheckItem, MenuHeading, MenuSeparator and MenuNote. */
export function Menu({ trigger, align = 'start', side, open, onOpenChange, className, children }: MenuProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            FLOATING,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = {
  label: string;
  /** A second line. */
  description?: string;
  icon?: LucideIcon;
  kbd?: string;
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  /** Goes there instead of doing something. */
  href?: string;
  onSelect?: () => void;
};

export function MenuItem({ label, description, icon: Icon, kbd, tone, disabled, href, onSelect }: MenuItemProps) {
  const inside = (
    <>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-current opacity-80" /> : null}
      <TwoLines label={label} description={description} />
      {kbd ? <Kbd keys={kbd} className="ml-auto pl-4 touch:hidden" /> : null}
    </>
  );
  return (
    <Radix.Item
      asChild={href !== undefined}
      disabled={disabled}
      onSelect={onSelect}
      className={cn(FLOATING_ITEM, tone === 'danger' && 'text-danger')}
    >
      {href === undefined ? inside : <Link href={href}>{inside}</Link>}
    </Radix.Item>
  );
}

function TwoLines({ label, description }: { label: string; description?: string }) {
  if (!description) return <span className="min-w-0 truncate">{label}</span>;
  return (
    <span className="min-w-0">
      <span className="block font-medium">{label}</span>
      <span className="block text-label text-ink-2">{description}</span>
    </span>
  );
}

export type MenuChoice<Value extends string = string> = {
  value: Value;
  label: string;
  description?: string;
  icon?: LucideIcon;
  disabled?: boolean;
};

export type MenuRadioGroupProps<Value extends string> = {
  choices: readonly MenuChoice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of several, each explained where it is chosen; a tick marks the current one. */
export function MenuRadioGroup<Value extends string>({ choices, value, onChange }: MenuRadioGroupProps<Value>) {
  return (
    <Radix.RadioGroup value={value ?? ''}>
      {choices.map(({ icon: Icon, ...choice }) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          onSelect={() => onChange(choice.value)}
          className={cn(FLOATING_ITEM, 'pl-9 data-[state=checked]:text-accent-text')}
        >
          <span className={cn('absolute left-2.5', choice.description && 'top-2')}>
            {Icon ? (
              <Icon aria-hidden className={cn('size-4', choice.value === value ? 'text-accent-text' : 'text-ink-3')} />
            ) : (
              <Radix.ItemIndicator>
                <Check aria-hidden className="size-4" />
              </Radix.ItemIndicator>
            )}
          </span>
          <TwoLines label={choice.label} description={choice.description} />
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export type MenuCheckItemProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off; the menu stays open, so that several can be set. */
export function MenuCheckItem({ label, checked, onChange, disabled }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={cn(FLOATING_ITEM, 'pl-9')}
    >
      <Radix.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden className="size-4" />
      </Radix.ItemIndicator>
      {label}
    </Radix.CheckboxItem>
  );
}

/** A line at the top: what is being chosen, and a word on how to read it. */
export function MenuHeading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <Radix.Label className="flex items-baseline justify-between gap-6 px-2.5 py-1.5 text-label font-medium text-ink-2">
      {children}
      {aside ? <span className="font-normal text-ink-3">{aside}</span> : null}
    </Radix.Label>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

/** A line at the end that says what a choice causes. */
export function MenuNote({ children }: { children: ReactNode }) {
  return (
    <div className="-mx-1 mt-1 -mb-1 flex items-center gap-2.5 border-t border-line px-3.5 py-2 text-label text-ink-2">
      <Info aria-hidden className="size-4 shrink-0 text-ink-3" />
      {children}
    </div>
  );
}

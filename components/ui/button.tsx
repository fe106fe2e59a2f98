'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'form';

type Look = {
  variant?: ButtonVariant;
  /** 26 px in dense rows, 30 in bars, 36 in forms; by touch each is 44. */
  size?: ButtonSize;
  icon?: LucideIcon;
  /** A shortcut shown inside, as `useShortcut` names it: `c`, `mod+enter`. */
  kbd?: string;
};

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  ghost: 'border-transparent text-ink-2 hover:bg-neutral-soft hover:text-ink',
  danger: 'border-transparent bg-danger text-surface hover:opacity-90',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-6.5 px-2 text-label',
  md: 'h-7.5 px-2.5 text-body',
  form: 'h-9 px-4 text-form',
};

/** The classes of a button, for the rare element that is neither Button nor ButtonLink. */
export function buttonClass({ variant = 'secondary', size = 'md' }: Pick<Look, 'variant' | 'size'> = {}): string {
  return cn(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap',
    'transition-[background-color,color,opacity] select-none touch:h-11 touch:px-4',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    VARIANTS[variant],
    SIZES[size],
  );
}

function Inside({ icon: Icon, kbd, variant, pending, children }: Look & { pending?: boolean; children?: ReactNode }) {
  return (
    <>
      {pending ? <Spinner className="-ml-0.5" /> : Icon ? <Icon aria-hidden className="-ml-0.5 size-4" /> : null}
      {children}
      {kbd ? (
        <Kbd keys={kbd} tone={variant === 'primary' ? 'on-accent' : 'plain'} className="-mr-0.5 touch:hidden" />
      ) : null}
    </>
  );
}

export type ButtonProps = Look &
  ComponentPropsWithRef<'button'> & {
    /** Work is under way: presses are ignored, focus stays, and a circle takes the icon's place. */
    pending?: boolean;
  };

export function Button({ variant, size, icon, kbd, pending, className, children, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      aria-busy={pending || undefined}
      aria-disabled={pending || props['aria-disabled'] || undefined}
      aria-keyshortcuts={kbd ? ariaKeys(kbd) : undefined}
      className={cn(buttonClass({ variant, size }), className)}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      <Inside icon={icon} kbd={kbd} variant={variant} pending={pending}>
        {children}
      </Inside>
    </button>
  );
}

export type ButtonLinkProps = Look & Omit<ComponentPropsWithRef<typeof Link>, 'size'>;

/** A link that looks like a button: it goes somewhere, a Button does something. */
export function ButtonLink({ variant, size, icon, kbd, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link {...props} className={cn(buttonClass({ variant, size }), className)}>
      <Inside icon={icon} kbd={kbd} variant={variant}>
        {children}
      </Inside>
    </Link>
  );
}

function ariaKeys(keys: string): string {
  return keys
    .split(' ')
    .map((combination) => combination.replace(/^mod\+/, 'Control+').replace(/\benter\b/, 'Enter'))
    .join(' ');
}

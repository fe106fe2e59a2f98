'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentPropsWithRef } from 'react';
import { cn } from './cn';
import { Tooltip } from './tooltip';

type Look = {
  icon: LucideIcon;
  /** What it does; the accessible name, and the hint on hover. */
  label: string;
  kbd?: string;
  variant?: 'ghost' | 'secondary' | 'primary';
};

const VARIANTS = {
  ghost: 'border-transparent text-ink-2 hover:bg-neutral-soft hover:text-ink',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
};

function iconButtonClass(variant: NonNullable<Look['variant']>, className?: string): string {
  return cn(
    'inline-flex size-7.5 shrink-0 items-center justify-center rounded-control border transition-colors touch:size-11',
    'disabled:cursor-not-allowed disabled:opacity-50',
    VARIANTS[variant],
    className,
  );
}

export type IconButtonProps = Look & Omit<ComponentPropsWithRef<'button'>, 'children'>;

/** A square button with an icon; without a `kbd` the hint is its label alone. */
export function IconButton({ icon: Icon, label, kbd, variant = 'ghost', className, ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} kbd={kbd}>
      <button type="button" aria-label={label} {...props} className={iconButtonClass(variant, className)}>
        <Icon aria-hidden className="size-4" />
      </button>
    </Tooltip>
  );
}

export type IconLinkProps = Look & Omit<ComponentPropsWithRef<typeof Link>, 'children'>;

export function IconLink({ icon: Icon, label, kbd, variant = 'ghost', className, ...props }: IconLinkProps) {
  return (
    <Tooltip content={label} kbd={kbd}>
      <Link aria-label={label} {...props} className={iconButtonClass(variant, className)}>
        <Icon aria-hidden className="size-4" />
      </Link>
    </Tooltip>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

const TONES: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-ink-2',
  accent: 'bg-accent-soft text-accent-text',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
};

/** The text colour of a tone, for a status written without its chip (lists on a phone). */
export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-ink-2',
  accent: 'text-accent-text',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
};

/** The classes of a chip, for one that is a button or link (a status that opens a menu). */
export function chipClass(tone: Tone = 'neutral', className?: string): string {
  return cn(
    'inline-flex h-5.5 items-center gap-1.5 rounded-chip px-1.75 text-label font-medium whitespace-nowrap',
    TONES[tone],
    className,
  );
}

export type ChipProps = { icon?: LucideIcon; tone?: Tone; children: ReactNode; className?: string };

/** What something is about: a service, a team, a register. */
export function Chip({ icon: Icon, tone = 'neutral', children, className }: ChipProps) {
  return (
    <span className={chipClass(tone, className)}>
      {Icon ? <Icon aria-hidden className="size-3.25 shrink-0" /> : null}
      {children}
    </span>
  );
}

export type StatusChipProps = {
  /** Required: a status is never a bare colour. */
  icon: LucideIcon;
  label: string;
  tone?: Tone;
  /** Icon and word without the ground, for lists on a phone. */
  bare?: boolean;
  className?: string;
};

/** A state: icon and word. */
export function StatusChip({ icon: Icon, label, tone = 'neutral', bare = false, className }: StatusChipProps) {
  if (!bare) {
    return (
      <Chip icon={Icon} tone={tone} className={className}>
        {label}
      </Chip>
    );
  }
  return (
    <span className={cn('inline-flex items-center gap-1 text-label whitespace-nowrap', TONE_TEXT[tone], className)}>
      <Icon aria-hidden className="size-3.25 shrink-0" />
      {label}
    </span>
  );
}

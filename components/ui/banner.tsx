import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './chip';
import { cn } from './cn';

const GROUNDS: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-ink-2',
  accent: 'bg-accent-soft text-ink-2',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
};

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  accent: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
};

export type BannerProps = {
  /** What, in a few words. */
  title: ReactNode;
  /** Why, and what is kept. */
  children?: ReactNode;
  /** The way out: ghost and primary buttons, or a quiet remark. */
  actions?: ReactNode;
  /** Danger only when something is lost or broken. */
  tone?: Tone;
  icon?: LucideIcon;
  /** Announces itself when it appears; leave out for what stood there from the start. */
  live?: boolean;
  className?: string;
};

/** One quiet bar that says what and why, with the way out in it. */
export function Banner({ title, children, actions, tone = 'warn', icon, live = false, className }: BannerProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <div
      role={live ? 'status' : undefined}
      className={cn(
        'flex flex-wrap items-center gap-x-4 gap-y-1 rounded-control py-1.5 pr-1.5 pl-2.5',
        GROUNDS[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="-ml-2 min-w-0 flex-1 basis-48 [&_a]:border-b [&_a]:border-current">
        <b>{title}</b> {children}
      </p>
      {actions ? <div className="flex items-center gap-2 pr-1 text-label">{actions}</div> : null}
    </div>
  );
}

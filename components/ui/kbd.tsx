'use client';

import { useSyncExternalStore } from 'react';
import { cn } from './cn';

const MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵', escape: 'esc', backspace: '⌫' };
const OTHER: Record<string, string> = {
  mod: 'Ctrl',
  shift: '⇧',
  alt: 'Alt',
  enter: '↵',
  escape: 'esc',
  backspace: '⌫',
};
const ARROWS: Record<string, string> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function never(): () => void {
  return () => undefined;
}

/** Whether shortcuts are written with ⌘ here; false while the server renders. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

/** The keys of one combination as they are written on this machine: `mod+enter` is ['⌘', '↵'] or ['Ctrl', '↵']. */
export function keyNames(keys: string, mac: boolean): string[] {
  const names = mac ? MAC : OTHER;
  return keys.split('+').map((key) => {
    const lower = key.toLowerCase();
    return names[lower] ?? ARROWS[lower] ?? (key.length === 1 ? key.toUpperCase() : lower);
  });
}

export type KbdProps = {
  /** A combination such as `mod+enter`, `c`, or a sequence of them: `g b`. */
  keys: string;
  tone?: 'plain' | 'on-accent' | 'strong';
  className?: string;
};

const TONES = {
  plain: 'border-line-strong text-ink-3',
  strong: 'border-line-strong bg-surface text-ink-2',
  'on-accent': 'border-transparent bg-accent-ink/18 text-accent-ink',
};

/** A key cap; a sequence shows one cap after the other. */
export function Kbd({ keys, tone = 'plain', className }: KbdProps) {
  const mac = useIsMac();
  return (
    <span className={cn('inline-flex shrink-0 items-center gap-0.5', className)}>
      {keys.split(' ').map((combination) => {
        const names = keyNames(combination, mac);
        return (
          <kbd
            key={combination}
            className={cn(
              'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-chip border px-1',
              'font-sans text-micro font-medium',
              TONES[tone],
            )}
          >
            {names.join(names.some((name) => name.length > 1 && name !== 'esc') ? ' ' : '')}
          </kbd>
        );
      })}
    </span>
  );
}

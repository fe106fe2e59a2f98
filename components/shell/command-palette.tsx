'use client';

import { Command } from 'cmdk';
import { type LucideIcon, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { SCRIM } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Spinner } from '@/components/ui/spinner';
import { usePaletteGroups } from './palette-groups';
import { PaletteRow } from './palette-row';

export type PaletteItem = {
  id: string;
  icon: LucideIcon;
  title: string;
  /** After the title in a quieter ink: "TD-31, checkout". */
  detail?: string;
  /** At the right: a severity bar and score, a chip, a date. */
  trail?: ReactNode;
  kbd?: string;
  /** Goes there, or … */
  href?: string;
  /** … does this. */
  run?: () => void;
  /** Other words it is found by. */
  keywords?: string;
};

export type PaletteGroup = {
  heading: string;
  /** "3 of 5". */
  aside?: string;
  items: readonly PaletteItem[];
};

export type PaletteSource = {
  /** Places, always there and filtered here. */
  places: readonly PaletteItem[];
  /** Actions, always there and filtered here; pages add theirs with usePaletteActions. */
  actions?: readonly PaletteItem[];
  /** Asked on the server for every text of two letters and more. Throws nothing it can help. */
  search?: (text: string, signal: AbortSignal) => Promise<PaletteGroup[]>;
};

export type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; source: PaletteSource };

/** ⌘K: goes anywhere and does anything. */
export function CommandPalette({ open, onOpenChange, source }: CommandPaletteProps) {
  const openedFrom = useRef<Element | null>(null);
  const picked = useRef<PaletteItem | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            openedFrom.current = document.activeElement;
            picked.current = null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus({ preventScroll: true });
            // Only now, because an action may put the focus somewhere itself.
            picked.current?.run?.();
          }}
          className="fixed inset-x-2 top-2 z-40 mx-auto flex max-h-[calc(100dvh-16px)] max-w-[680px] flex-col overflow-hidden rounded-dialog border border-line-strong bg-surface shadow-dialog outline-none animate-appear sm:top-24 sm:max-h-[min(652px,calc(100dvh-128px))]"
        >
          <Radix.Title className="sr-only">Search or jump</Radix.Title>
          <PaletteBody
            source={source}
            onPick={(item) => {
              picked.current = item;
              onOpenChange(false);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

// Mounted anew each time the palette opens, so that it opens empty.
function PaletteBody({ source, onPick }: { source: PaletteSource; onPick: (item: PaletteItem) => void }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const { groups, words, searching, failed, actionsOnly } = usePaletteGroups(source, text);
  const { value, onValueChange, hold, release } = useFirstChosen(groups[0]?.items[0]?.id ?? '');
  const pick = (item: PaletteItem) => {
    onPick(item);
    if (item.href) router.push(item.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) hold();
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    const href = event.currentTarget.querySelector('[cmdk-item][data-selected="true"]')?.getAttribute('data-href');
    if (!href) return;
    event.preventDefault();
    event.stopPropagation();
    window.open(href, '_blank', 'noopener');
  };
  return (
    <Command
      label="Search or jump"
      shouldFilter={false}
      loop
      value={value}
      onValueChange={onValueChange}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-col"
    >
      <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
        {searching ? <Spinner className="text-ink-3" /> : <Search aria-hidden className="size-4 text-ink-3" />}
        <Command.Input
          value={text}
          onValueChange={(next) => {
            release();
            setText(next);
          }}
          placeholder="Search or jump"
          className="h-full min-w-0 flex-1 bg-transparent text-panel outline-none focus-visible:outline-none"
        />
        <span className="text-label text-ink-3">{actionsOnly ? 'actions' : 'everywhere'}</span>
        <Kbd keys="escape" tone="strong" className="touch:hidden" />
      </div>
      <Command.List label="Results" className="min-h-0 flex-1 overflow-y-auto p-2">
        {groups.length === 0 && !searching ? (
          <p role="status" className="px-2 py-6 text-center text-ink-2">
            {failed ? 'The search did not answer. What you type stays here.' : 'Nothing has these words in it.'}
          </p>
        ) : null}
        {groups.map((group) => (
          <Command.Group
            key={group.heading}
            heading={
              <span className="flex gap-2 px-2 pt-2.5 pb-1.5 text-label font-medium text-ink-2">
                {group.heading}
                {group.aside ? <span className="font-normal text-ink-3">{group.aside}</span> : null}
              </span>
            }
          >
            {group.items.map((item) => (
              <PaletteRow key={item.id} item={item} words={words} onPick={pick} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <PaletteFooter />
    </Command>
  );
}

/** The first result is the chosen one until the person moves, also when better ones arrive above it. */
function useFirstChosen(first: string) {
  const [moved, setMoved] = useState(false);
  const [chosen, setChosen] = useState('');
  return {
    value: moved ? chosen : first,
    onValueChange: setChosen,
    hold: () => {
      if (!moved) setChosen(first);
      setMoved(true);
    },
    release: () => setMoved(false),
  };
}

function PaletteFooter() {
  return (
    <div className="flex h-10 shrink-0 items-center gap-4 border-t border-line px-4 text-label text-ink-2 max-sm:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd keys="arrowup arrowdown" tone="strong" /> move
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="enter" tone="strong" /> open
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="mod+enter" tone="strong" /> in a new tab
      </span>
      <span className="ml-auto flex items-center gap-1.5">
        <Kbd keys=">" tone="strong" /> actions only
      </span>
    </div>
  );
}

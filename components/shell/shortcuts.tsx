'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { ShortcutDialog } from './shortcut-dialog';
import { nextStep, pressedKeys } from './shortcut-match';

export type Shortcut = {
  /** `c`, `mod+enter`, `?`, or a sequence: `g b`. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
  /** What it does, as the list under `?` says it: "New debt". */
  label: string;
  /** The heading it stands under in the list: "Everywhere", "Backlog". */
  scope: string;
  run: () => void;
  /** Also while something is being typed and inside dialogs: for saving with `mod+enter`. */
  everywhere?: boolean;
  /** false keeps it out of the list and asleep. */
  enabled?: boolean;
};

type Registry = { add: (shortcut: Shortcut) => () => void; openList: () => void };

const ShortcutContext = createContext<Registry | null>(null);

const SEQUENCE_MS = 1_000;

/** Around the shell: listens for all shortcuts and lists them under `?`. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const registered = useRef<Shortcut[]>([]);
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null);
  const registry = useMemo<Registry>(
    () => ({
      add: (shortcut) => {
        registered.current.push(shortcut);
        return () => {
          registered.current = registered.current.filter((other) => other !== shortcut);
        };
      },
      openList: () => setListed([...registered.current]),
    }),
    [],
  );
  useEffect(() => listen(() => registered.current), []);
  return (
    <ShortcutContext value={registry}>
      {children}
      <ListShortcut />
      <ShortcutDialog shortcuts={listed} onClose={() => setListed(null)} />
    </ShortcutContext>
  );
}

function ListShortcut() {
  const { openList } = useShortcutList();
  useShortcut({ keys: '?', label: 'Show this list', scope: 'Everywhere', run: openList });
  return null;
}

/** Opens the list of shortcuts, for a menu entry. */
export function useShortcutList(): Pick<Registry, 'openList'> {
  return useRegistry();
}

function useRegistry(): Registry {
  const registry = useContext(ShortcutContext);
  if (!registry) throw new Error('a shortcut is used outside ShortcutProvider');
  return registry;
}

/** Registers a shortcut while the component is on screen; the latest one registered for the same keys wins. */
export function useShortcut(shortcut: Shortcut): void {
  const { add } = useRegistry();
  const run = useRef(shortcut.run);
  useEffect(() => {
    run.current = shortcut.run;
  });
  const { keys, label, scope, everywhere, enabled = true } = shortcut;
  useEffect(() => {
    if (!enabled) return;
    return add({ keys, label, scope, everywhere, run: () => run.current() });
  }, [add, keys, label, scope, everywhere, enabled]);
}

function listen(all: () => readonly Shortcut[]): () => void {
  let before = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
    const busy = isBusy(event.target);
    const awake = all().filter((shortcut) => !busy || shortcut.everywhere);
    const step = nextStep(
      before,
      pressedKeys(event),
      awake.map((shortcut) => shortcut.keys),
    );
    clearTimeout(timer);
    before = step.kind === 'wait' ? step.pressed : '';
    if (step.kind === 'wait') timer = setTimeout(() => (before = ''), SEQUENCE_MS);
    if (step.kind !== 'run') return;
    event.preventDefault();
    awake.findLast((shortcut) => shortcut.keys === step.keys)?.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** Typing, or inside something that floats and has keys of its own. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select')) return true;
  return target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}

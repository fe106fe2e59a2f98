'use client';

import { useShortcut } from '@/components/shell/shortcuts';
import type { RankedRow } from '@/server/modules/backlog/contract';
import type { BacklogViewState } from './use-backlog-view';

type BacklogKeys = {
  state: BacklogViewState;
  rows: readonly RankedRow[];
  canEdit: boolean;
  /** Puts the focus on the first factor of a debt, in the peek. */
  score: (key: string) => void;
  assign: (key: string) => void;
  toggle: (key: string) => void;
  search: () => void;
};

const scope = 'Backlog';

/**
 * The keys of the backlog, as the list under `?` has them. They act on the debt in the peek, wherever the focus is; while
 * it is in the table, the table handles its keys itself and asks what the letters do.
 */
export function useBacklogKeys({ state, rows, canEdit, score, assign, toggle, search }: BacklogKeys) {
  const { peek, openPeek, closePeek } = state;
  const isOpen = peek !== null;
  const move = (step: number) => {
    const next = rows[rows.findIndex((row) => row.key === peek) + step];
    if (next) openPeek(next.key);
  };
  const act = (key: string, on: string): boolean => {
    if (key === 'ArrowRight') openPeek(on);
    else if (!canEdit) return false;
    else if (key === 'a') assign(on);
    else if (key === 's') {
      if (peek !== on) openPeek(on);
      score(on);
    } else return false;
    return true;
  };
  useShortcut({ keys: '/', label: 'Search this view', scope, run: search });
  useShortcut({ keys: 'j', label: 'Next debt', scope, run: () => move(1), enabled: rows.length > 0 });
  useShortcut({ keys: 'k', label: 'Previous debt', scope, run: () => move(-1), enabled: rows.length > 0 });
  useShortcut({ keys: 'escape', label: 'Close the peek', scope, run: closePeek, enabled: isOpen });
  const onPeeked = { scope, enabled: isOpen && canEdit };
  useShortcut({ ...onPeeked, keys: 's', label: 'Score the debt', run: () => peek && act('s', peek) });
  useShortcut({ ...onPeeked, keys: 'a', label: 'Give the debt to somebody', run: () => peek && act('a', peek) });
  useShortcut({ ...onPeeked, keys: 'x', label: 'Select the debt', run: () => peek && toggle(peek) });
  return (key: string, row: RankedRow) => act(key, row.key);
}

'use client';

import { useShortcut } from '@/components/shell/shortcuts';
import type { ListedDecision } from './use-decision-rows';
import type { DecisionViewState } from './use-decision-view';

type ListKeys = {
  state: DecisionViewState;
  rows: readonly ListedDecision[];
  /** Absent for those who may not write. */
  write: (() => void) | undefined;
  search: () => void;
};

const scope = 'Decisions';

/** The keys of the list, as the list under `?` has them; while the focus is in the table, the table hears its own. */
export function useListKeys({ state, rows, write, search }: ListKeys): void {
  const { peek, openPeek, closePeek } = state;
  const move = (step: number) => {
    const next = rows[rows.findIndex((row) => row.id === peek) + step];
    if (next) openPeek(next.id);
  };
  const hasRows = rows.length > 0;
  useShortcut({ keys: '/', label: 'Search this view', scope, run: search });
  useShortcut({ keys: 'c', label: 'New decision', scope, run: () => write?.(), enabled: write !== undefined });
  useShortcut({ keys: 'j', label: 'Next decision', scope, run: () => move(1), enabled: hasRows });
  useShortcut({ keys: 'k', label: 'Previous decision', scope, run: () => move(-1), enabled: hasRows });
  useShortcut({ keys: 'escape', label: 'Close the peek', scope, run: closePeek, enabled: peek !== null });
}

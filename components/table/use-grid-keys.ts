'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { rowStep } from './row-step';

type Options<Row> = {
  rows: readonly Row[];
  /** The index of the active row, -1 for none. */
  at: number;
  moveTo: (index: number) => void;
  open?: (row: Row) => void;
  close: () => void;
  toggle?: (row: Row) => void;
  /** Letters act on the active row; true when the key meant something. */
  onRowKey?: (key: string, row: Row) => boolean;
};

/** The keys of the grid: arrows move, Enter opens, Esc closes, X selects, letters act. */
export function useGridKeys<Row>(grid: RefObject<HTMLElement | null>, options: Options<Row>) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    // Nothing has focus when a page opens: the first arrow goes to its table.
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || !grid.current || document.activeElement !== document.body) return;
      if (!['ArrowDown', 'ArrowUp', 'j', 'k'].includes(event.key) || isModified(event)) return;
      event.preventDefault();
      grid.current.focus();
      const { at, rows, moveTo } = latest.current;
      const next = rowStep(event.key, at, rows.length);
      if (next !== undefined) moveTo(next);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [grid]);
  return (event: KeyboardEvent) => {
    // What is pressed on a button or field inside a cell belongs to it.
    if (event.target !== event.currentTarget || isModified(event)) return;
    if (handleKey(event.key, options)) event.preventDefault();
  };
}

function isModified(event: Pick<globalThis.KeyboardEvent, 'metaKey' | 'ctrlKey' | 'altKey'>): boolean {
  return event.metaKey || event.ctrlKey || event.altKey;
}

function handleKey<Row>(key: string, options: Options<Row>): boolean {
  const next = rowStep(key, options.at, options.rows.length);
  if (next !== undefined) {
    options.moveTo(next);
    return true;
  }
  const row = options.rows[options.at];
  if (row === undefined) return false;
  if (key === 'Enter' && options.open) {
    options.open(row);
    return true;
  }
  if (key === 'Escape') {
    options.close();
    return true;
  }
  if ((key === 'x' || key === ' ') && options.toggle) {
    options.toggle(row);
    return true;
  }
  return options.onRowKey?.(key, row) ?? false;
}

'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { NewDebtDialog } from './new-debt-dialog';

type NewDebt = { open: () => void };

const NewDebtContext = createContext<NewDebt | null>(null);

export type NewDebtProviderProps = { workspace: string; canWrite: boolean; children: ReactNode };

/** Around everything in a workspace: one dialog, opened from anywhere with `useNewDebt()`. */
export function NewDebtProvider({ workspace, canWrite, children }: NewDebtProviderProps) {
  const [isOpen, setIsOpen] = useState(false);
  const controls = useMemo(() => (canWrite ? { open: () => setIsOpen(true) } : null), [canWrite]);
  return (
    <NewDebtContext value={controls}>
      {children}
      {isOpen ? <NewDebtDialog workspace={workspace} onClose={() => setIsOpen(false)} /> : null}
    </NewDebtContext>
  );
}

/** Opens the dialog in which a debt is written down; null where the caller may not write debts. */
export function useNewDebt(): NewDebt | null {
  return useContext(NewDebtContext);
}

'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useShortcut } from '@/components/shell/shortcuts';

// Most visits write nothing down: the form is fetched when it is asked for.
const NewDebtDialog = dynamic(() => import('./new-debt-dialog').then((file) => file.NewDebtDialog), { ssr: false });

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

/** C, wherever no page has another use for it: stands before the page, whose shortcuts then win. */
export function NewDebtShortcut() {
  const newDebt = useNewDebt();
  useShortcut({
    keys: 'c',
    label: 'New debt',
    scope: 'Everywhere',
    run: () => newDebt?.open(),
    enabled: newDebt !== null,
  });
  return null;
}

'use client';

import { createContext, type ReactNode, useContext } from 'react';

type NewDebt = { open: () => void };

const NewDebtContext = createContext<NewDebt | null>(null);

/** Carries the new-debt dialog, so that C and the palette open it anywhere in a workspace. */
export function NewDebtProvider({ children }: { workspace: string; children: ReactNode }) {
  return <NewDebtContext value={null}>{children}</NewDebtContext>;
}

/** Opens the dialog; null where the caller may not write debts. */
export function useNewDebt(): NewDebt | null {
  return useContext(NewDebtContext);
}

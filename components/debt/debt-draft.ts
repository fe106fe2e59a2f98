import { z } from 'zod';
import { type DebtEdit, debtEdit } from './debt-edit';

/**
 * An edit that is not saved yet, with what it was made on: enough to go on after a reload, and to lay both sides beside
 * each other when somebody else saved in between.
 */
const debtDraft = z.object({
  version: z.number(),
  base: debtEdit,
  mine: debtEdit,
  reason: z.string(),
  /** Milliseconds since the epoch. */
  openedAt: z.number(),
  keptAt: z.number(),
});
export type DebtDraft = z.infer<typeof debtDraft>;

/** The name under which a text that is being written is kept in this browser. */
export function draftName(workspace: string, key: string): string {
  return `paydown:draft:${workspace}:${key}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Storage can be full, switched off or hold what an older version wrote: a draft is then simply not there. */
export function readDraft(name: string): DebtDraft | null {
  try {
    const text = window.localStorage.getItem(name);
    const draft = text === null ? null : debtDraft.safeParse(parsed(text));
    return draft?.success ? draft.data : null;
  } catch {
    return null;
  }
}

/** Returns whether it could be kept. */
export function keepDraft(name: string, draft: DebtDraft): boolean {
  try {
    window.localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  try {
    window.localStorage.removeItem(name);
  } catch {
    // Without storage there is no draft to drop.
  }
}

/** A change that was refused because somebody saved first: what it was made on, and what was wanted. */
export function conflictDraft(conflict: {
  version: number;
  base: DebtEdit;
  mine: DebtEdit;
  reason: string;
}): DebtDraft {
  const at = Date.now();
  return { ...conflict, openedAt: at, keptAt: at };
}

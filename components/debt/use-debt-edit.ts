'use client';

import { useState } from 'react';
import { completeFactors } from '@/server/domain/scoring/score';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { type DebtDraft, draftName, dropDraft, keepDraft, readDraft } from './debt-draft';
import { changedFields, type DebtEdit, editOf, unreadableFigures } from './debt-edit';
import { useSaveEdit } from './use-save-debt';

function freshDraft(debt: DebtRecord): DebtDraft {
  const base = editOf(debt);
  const at = Date.now();
  return { version: debt.version, base, mine: base, reason: '', openedAt: at, keptAt: at };
}

type Opened = { draft: DebtDraft; restored: boolean; merging: boolean };

/** Goes on with the draft that is kept, if it still says something else than what is stored. */
function open(debt: DebtRecord, name: string): Opened {
  const kept = readDraft(name);
  if (!kept || (changedFields(kept.base, kept.mine).length === 0 && kept.reason === '')) {
    return { draft: freshDraft(debt), restored: false, merging: false };
  }
  const current = editOf(debt);
  if (changedFields(current, kept.mine).length === 0)
    return { draft: freshDraft(debt), restored: false, merging: false };
  const isOutdated = changedFields(kept.base, current).length > 0;
  const draft = isOutdated ? kept : { ...kept, base: current, version: debt.version };
  return { draft, restored: true, merging: isOutdated };
}

/** An edit of a debt: kept in this browser with every change, saved on the version it was made on. */
export function useDebtEdit({ workspace, debt, onDone }: { workspace: string; debt: DebtRecord; onDone: () => void }) {
  const name = draftName(workspace, debt.key);
  const [opened, setOpened] = useState(() => open(debt, name));
  const [kept, setKept] = useState(true);
  const [local, setLocal] = useState<Readonly<Record<string, string>>>({});
  const saving = useSaveEdit(workspace, debt.key);
  const { draft } = opened;

  const put = (next: Partial<DebtDraft>) => {
    const changed = { ...draft, ...next, keptAt: Date.now() };
    setOpened((was) => ({ ...was, draft: changed }));
    setKept(keepDraft(name, changed));
  };
  const discard = () => {
    dropDraft(name);
    setOpened({ draft: freshDraft(debt), restored: false, merging: false });
    setLocal({});
    saving.reset();
  };
  const changed = changedFields(draft.base, draft.mine);
  const needsReason = changed.includes('score') && completeFactors(draft.base.score) !== null;

  const save = async () => {
    if (saving.pending) return;
    const unreadable = {
      ...unreadableFigures(draft.mine),
      ...(needsReason && !draft.reason.trim() ? { reason: 'Say why the score changes.' } : {}),
    };
    setLocal(unreadable);
    if (Object.keys(unreadable).length > 0) return;
    if (changed.length > 0) {
      const result = await saving.save(draft, draft.mine, draft.reason);
      if (result.outcome === 'conflict') setOpened((was) => ({ ...was, merging: true }));
      if (result.outcome !== 'saved') return;
    }
    dropDraft(name);
    onDone();
  };
  return {
    draft,
    restored: opened.restored,
    /** Both sides are laid beside each other. */
    merging: opened.merging,
    setMerging: (merging: boolean) => setOpened((was) => ({ ...was, merging })),
    /** False when this browser does not keep drafts. */
    kept,
    changed,
    needsReason,
    set: <Field extends keyof DebtEdit>(field: Field, value: DebtEdit[Field]) =>
      put({ mine: { ...draft.mine, [field]: value } }),
    setReason: (reason: string) => put({ reason }),
    /** Goes on from what was put together, when it was outdated again before it could be saved. */
    rebase: (next: DebtDraft) => {
      setOpened({ draft: next, restored: true, merging: true });
      setKept(keepDraft(name, next));
    },
    discard,
    save,
    pending: saving.pending,
    error: saving.error,
    problems: { ...saving.problems, ...local },
  };
}

export type DebtEditState = ReturnType<typeof useDebtEdit>;

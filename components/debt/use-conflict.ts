'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { completeFactors } from '@/server/domain/scoring/score';
import { transitionAsks } from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';
import {
  type Decisions,
  firstDecisions,
  resolveSides,
  type Side,
  sortSides,
  undecided,
  writtenCount,
} from './conflict';
import { conflictDraft, type DebtDraft } from './debt-draft';
import { changedFields, type DebtEdit, editOf } from './debt-edit';
import { useSaveEdit } from './use-save-debt';

export type ConflictOptions = {
  workspace: string;
  debt: DebtRecord;
  draft: DebtDraft;
  onSaved: () => void;
  /** Somebody saved once more: what was put together so far becomes "mine" against the newer record. */
  onOutdated: (draft: DebtDraft) => void;
};

function asksReason(from: DebtEdit, to: DebtEdit): boolean {
  const changed = changedFields(from, to);
  if (changed.includes('score') && completeFactors(from.score)) return true;
  return changed.includes('state') && transitionAsks(from.state.state, to.state.state).includes('reason');
}

/** Two edits of one debt on the way to one: what was decided, and saving it on the newest version. */
export function useConflict({ workspace, debt, draft, onSaved, onOutdated }: ConflictOptions) {
  const trpc = useTRPC();
  const sides = { base: draft.base, theirs: editOf(debt), mine: draft.mine };
  const [decisions, setDecisions] = useState<Decisions>(() => firstDecisions(sides));
  const [reason, setReason] = useState(draft.reason);
  const saving = useSaveEdit(workspace, debt.key);
  const { data: scores } = useQuery(trpc.debt.scores.queryOptions({ workspace, key: debt.key }));
  const { conflicts } = sortSides(sides);
  const resolved = resolveSides(sides, decisions);
  const waiting = undecided(sides, decisions);
  const count = writtenCount(sides, decisions);
  const needsReason = asksReason(sides.theirs, resolved);

  const takeAll = (side: Side) =>
    setDecisions({ ...decisions, chosen: Object.fromEntries(conflicts.map(({ field }) => [field, side])) });
  const save = async () => {
    if (saving.pending || waiting.length > 0 || (needsReason && !reason.trim())) return;
    if (count === 0) return onSaved();
    const on = { version: debt.version, base: sides.theirs };
    const result = await saving.save(on, resolved, needsReason ? reason : '');
    if (result.outcome === 'saved') onSaved();
    if (result.outcome === 'conflict')
      onOutdated({ ...conflictDraft({ ...on, mine: resolved, reason }), openedAt: draft.openedAt });
  };
  return {
    sides,
    conflicts,
    decisions,
    setDecisions,
    takeAll,
    reason,
    setReason,
    needsReason,
    reasons: { theirs: scores?.[0]?.reason ?? '', mine: draft.reason },
    waiting,
    count,
    save,
    pending: saving.pending,
    error: saving.error,
    problems: saving.problems,
  };
}

export type ConflictState = ReturnType<typeof useConflict>;

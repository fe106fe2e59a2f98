'use client';

import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { explainRescore } from '@/server/domain/scoring/explain';
import { completeFactors, type FactorName, factorNames, type PartialFactors } from '@/server/domain/scoring/score';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { editOf } from './debt-edit';
import { useSaveDebt } from './use-save-debt';

export type Answers = Record<FactorName, number | null>;

export type ScoreEditorOptions = {
  workspace: string;
  debt: DebtRecord;
  onSaved?: (record: DebtRecord) => void;
};

function answersOf(debt: PartialFactors): Answers {
  const { impact = null, likelihood = null, velocityTax = null, remediationCost = null } = debt;
  return { impact, likelihood, velocityTax, remediationCost };
}

/** Answers to the rubric while they are being chosen, on top of the recorded ones. */
export function useScoreEditor({ workspace, debt, onSaved }: ScoreEditorOptions) {
  const recorded = answersOf(debt);
  const [chosen, setChosen] = useState<Partial<Answers>>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reset = () => {
    setChosen({});
    setReason('');
    setAsked(false);
    saving.reset();
  };
  const saving = useSaveDebt(workspace, debt, (record) => {
    reset();
    onSaved?.(record);
  });

  const answers: Answers = { ...recorded, ...chosen };
  const changed = factorNames.filter((name) => answers[name] !== recorded[name]);
  const before = completeFactors(recorded);
  const after = completeFactors(answers);
  const needsReason = before !== null && changed.length > 0;
  const isReasonMissing = needsReason && reason.trim() === '';

  const save = async () => {
    if (changed.length === 0 || saving.pending) return;
    setAsked(true);
    if (isReasonMissing) return;
    await saving.save({ ...editOf(debt), score: answers }, reason);
  };
  const others = Object.entries(saving.problems).flatMap(([field, problem]) => (field === 'reason' ? [] : [problem]));
  return {
    recorded,
    answers,
    changed,
    reason,
    setReason,
    needsReason,
    /** What changed against the recorded score, when both are complete. */
    change: before && after && changed.length > 0 ? explainRescore(before, after) : null,
    choose: (name: FactorName, value: number | null) => setChosen((was) => ({ ...was, [name]: value })),
    save,
    reset,
    pending: saving.pending,
    reasonProblem: saving.problems.reason ?? (asked && isReasonMissing ? 'Say why the score changes.' : undefined),
    problem: saving.error ? others.join(' ') || (saving.problems.reason ? null : messageOf(saving.error)) : null,
  };
}

export type ScoreEditorState = ReturnType<typeof useScoreEditor>;

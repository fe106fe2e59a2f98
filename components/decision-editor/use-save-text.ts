'use client';

import { useMutation } from '@tanstack/react-query';
import { listText } from '@/components/decision/decision-words';
import { staleDecision } from '@/components/decision/stale-decision';
import { useAdoptDecision } from '@/components/decision/use-adopt-decision';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { isSameText, textOf } from './draft-store';
import { type Choices, type DraftText, mergedText, mergeTexts } from './merge-text';

import type { Draft } from './use-draft';

const attempts = 3;
const noChoices: Choices = { chosen: {}, texts: {} };

type Outcome = { kind: 'saved'; record: DecisionRecord } | { kind: 'conflict' } | { kind: 'failed' };

/** Saves the text on the newest version. What others changed in other sections is taken along and named. */
export function useSaveText(workspace: string, id: string) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const update = useMutation(trpc.decision.update.mutationOptions());

  const write = async (current: DecisionRecord, text: DraftText, note: string) => {
    const record = await update.mutateAsync({
      workspace,
      id,
      version: current.version,
      ...text,
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    adopt(record);
    return record;
  };

  const tellMerged = (names: readonly string[], by: string | null) => {
    if (names.length === 0) return;
    showToast({
      title: 'Saved, with changes of both',
      description: `${by ?? 'Somebody'} had changed ${listText(names)}.`,
      tone: 'ok',
    });
  };

  /** `conflict` when both changed one part: the record in the cache is then the newest, and a person chooses. */
  const save = async (draft: Draft, record: DecisionRecord, note: string): Promise<Outcome> => {
    let current = record;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const theirs = textOf(current);
      const isApart = draft.base.text === null || !isSameText(theirs, draft.base.text);
      const merge = isApart ? mergeTexts(draft.base.text, theirs, draft.mine) : null;
      if (merge && merge.conflicts.length > 0) return { kind: 'conflict' };
      const text = merge ? mergedText(draft.base.text, theirs, draft.mine, noChoices) : draft.mine;
      try {
        const saved = await write(current, text, note);
        tellMerged(merge?.theirsOnly.map((part) => part.label) ?? [], current.revisedBy);
        return { kind: 'saved', record: saved };
      } catch (error) {
        const newer = await staleDecision(error);
        if (!newer) return { kind: 'failed' };
        adopt(newer);
        current = newer;
      }
    }
    return { kind: 'failed' };
  };

  /** Saves what was chosen. Outdated once more, it stays a conflict with the newer record. */
  const saveChosen = async (record: DecisionRecord, text: DraftText, note: string): Promise<Outcome> => {
    try {
      return { kind: 'saved', record: await write(record, text, note) };
    } catch (error) {
      const newer = await staleDecision(error);
      if (!newer) return { kind: 'failed' };
      adopt(newer);
      return { kind: 'conflict' };
    }
  };

  return { save, saveChosen, pending: update.isPending, error: update.error, reset: update.reset };
}

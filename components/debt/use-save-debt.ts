'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { conflictDraft, draftName, keepDraft } from './debt-draft';
import { changeOf, type DebtEdit, editOf } from './debt-edit';
import { openEdit } from './debt-path';
import { staleRecord } from './stale-record';

export type SaveResult =
  | { outcome: 'saved'; record: DebtRecord }
  | { outcome: 'conflict' }
  | { outcome: 'refused'; error: unknown };

export type SaveDebt = {
  save: (mine: DebtEdit, reason?: string) => Promise<SaveResult>;
  pending: boolean;
  error: unknown;
  problems: Record<string, string>;
  reset: () => void;
};

/** Puts what the server answered where every list and page looks for it. */
export function useAdoptDebt(workspace: string): (record: DebtRecord) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (record) => {
    client.setQueryData(trpc.debt.get.queryKey({ workspace, key: record.key }), record);
    void client.invalidateQueries({ ...trpc.debt.pathFilter(), refetchType: 'active' });
    void client.invalidateQueries(trpc.backlog.pathFilter());
    void client.invalidateQueries(trpc.service.pathFilter());
  };
}

/** Saves an edit on the version it was made on. A stale one is answered with `conflict`, and the page has the new record. */
export function useSaveEdit(workspace: string, key: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const adopt = useAdoptDebt(workspace);
  const update = useMutation(trpc.debt.update.mutationOptions());
  const save = async (on: { version: number; base: DebtEdit }, mine: DebtEdit, reason: string): Promise<SaveResult> => {
    const said = reason.trim() ? { reason } : {};
    try {
      const record = await update.mutateAsync({
        workspace,
        key,
        version: on.version,
        ...changeOf(on.base, mine),
        ...said,
      });
      adopt(record);
      return { outcome: 'saved', record };
    } catch (error) {
      const current = staleRecord(error);
      if (!current) return { outcome: 'refused', error };
      client.setQueryData(trpc.debt.get.queryKey({ workspace, key }), current);
      void client.invalidateQueries(trpc.debt.scores.queryFilter({ workspace, key }));
      update.reset();
      return { outcome: 'conflict' };
    }
  };
  return {
    save,
    pending: update.isPending,
    error: update.error,
    problems: problemsOf(update.error),
    reset: update.reset,
  };
}

/**
 * Saves one step that is made outside the edit view: a score, a state. When somebody saved in between, both sides go to
 * the page of the debt, which lays them beside each other: nothing that was chosen or typed is lost.
 */
export function useSaveDebt(workspace: string, debt: DebtRecord, onSaved?: (record: DebtRecord) => void): SaveDebt {
  const router = useRouter();
  const { save: saveEdit, ...saving } = useSaveEdit(workspace, debt.key);
  const save = async (mine: DebtEdit, reason = ''): Promise<SaveResult> => {
    const on = { version: debt.version, base: editOf(debt) };
    const result = await saveEdit(on, mine, reason);
    if (result.outcome === 'saved') onSaved?.(result.record);
    if (result.outcome === 'conflict') {
      keepDraft(draftName(workspace, debt.key), conflictDraft({ ...on, mine, reason }));
      openEdit(workspace, debt.key, router.push);
    }
    return result;
  };
  return { ...saving, save };
}

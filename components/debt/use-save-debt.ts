'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/components/query/trpc';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { conflictDraft, draftName, keepDraft } from './debt-draft';
import { changeOf, type DebtEdit, editOf } from './debt-edit';
import { problemsOf, staleRecord } from './debt-error';
import { openEdit } from './debt-path';

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

/**
 * Saves a change of one debt on the version it was made on. When somebody saved in between, both sides go to the page of
 * the debt, which lays them beside each other: nothing that was chosen or typed is lost.
 */
export function useSaveDebt(workspace: string, debt: DebtRecord, onSaved?: (record: DebtRecord) => void): SaveDebt {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const adopt = useAdoptDebt(workspace);
  const update = useMutation(trpc.debt.update.mutationOptions());
  const save = async (mine: DebtEdit, reason?: string): Promise<SaveResult> => {
    const base = editOf(debt);
    const { key, version } = debt;
    try {
      const record = await update.mutateAsync({
        workspace,
        key,
        version,
        ...changeOf(base, mine),
        ...(reason?.trim() ? { reason } : {}),
      });
      adopt(record);
      onSaved?.(record);
      return { outcome: 'saved', record };
    } catch (error) {
      const current = staleRecord(error);
      if (!current) return { outcome: 'refused', error };
      keepDraft(draftName(workspace, key), conflictDraft({ version, base, mine, reason: reason ?? '' }));
      client.setQueryData(trpc.debt.get.queryKey({ workspace, key }), current);
      update.reset();
      openEdit(workspace, key, router.push);
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

'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { BulkChange, BulkOutcome } from '@/server/modules/debt-bulk/contract';

export type BulkPlan = { keys: string[]; change: BulkChange; title: string; outcome: BulkOutcome };

function countText(count: number): string {
  return `${count} ${count === 1 ? 'debt' : 'debts'}`;
}

/** A change of the selected debts: looked at first, then made in one piece, with one way back. */
export function useBulk(workspace: string, onDone: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [plan, setPlan] = useState<BulkPlan | null>(null);
  const previewing = useMutation(trpc.debtBulk.preview.mutationOptions());
  const changing = useMutation(trpc.debtBulk.change.mutationOptions());
  const undoing = useMutation(trpc.debtBulk.undo.mutationOptions());
  const refresh = () =>
    Promise.all([
      client.invalidateQueries(trpc.backlog.pathFilter()),
      client.invalidateQueries(trpc.debt.pathFilter()),
    ]);
  const failed = (error: unknown) =>
    showToast({ title: 'Nothing was changed.', description: messageOf(error), tone: 'danger' });

  const undo = async (undoId: string) => {
    try {
      const { restored, changedSince } = await undoing.mutateAsync({ workspace, undoId });
      await refresh();
      showToast({
        title: `${countText(restored.length)} put back.`,
        ...(changedSince.length > 0 ? { description: `Changed since, so left alone: ${changedSince.join(', ')}` } : {}),
      });
    } catch (error) {
      failed(error);
    }
  };
  const preview = async (keys: string[], change: BulkChange, title: string) => {
    try {
      setPlan({ keys, change, title, outcome: await previewing.mutateAsync({ workspace, keys, change }) });
    } catch (error) {
      failed(error);
    }
  };
  const make = async () => {
    if (!plan) return;
    const refused = new Set(plan.outcome.refused.map((one) => one.key));
    const keys = plan.keys.filter((key) => !refused.has(key));
    try {
      const outcome = await changing.mutateAsync({ workspace, keys, change: plan.change });
      const { undoId } = outcome;
      // Somebody changed one of them while the preview was open: it is shown anew.
      if (!undoId) return setPlan({ ...plan, keys, outcome });
      setPlan(null);
      onDone();
      await refresh();
      const verb = plan.change.delete ? 'deleted' : 'changed';
      showToast({ title: `${countText(outcome.changed.length)} ${verb}.`, tone: 'ok', undo: () => void undo(undoId) });
    } catch (error) {
      failed(error);
    }
  };
  return {
    plan,
    preview,
    make,
    cancel: () => setPlan(null),
    pending: changing.isPending,
    looking: previewing.isPending,
  };
}

export type Bulk = ReturnType<typeof useBulk>;

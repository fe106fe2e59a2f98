'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTRPC, useTRPCClient } from '@/components/query/trpc';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { DraftKeeper } from './draft-keeper';
import { draftKey, isSameText, openDraft, readKept, textOf } from './draft-store';

/** What is typed into a decision, wherever it is kept. */
export function useDraft(workspace: string, record: DecisionRecord) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [keeper] = useState(() => {
    const { id } = record;
    const key = draftKey(workspace, id);
    const query = trpc.decision.get.queryKey({ workspace, id });
    const send: ConstructorParameters<typeof DraftKeeper>[0]['send'] = async (draft) => {
      const { updatedAt } = await client.decision.saveDraft.mutate({ workspace, id, draft });
      const at = updatedAt ?? new Date();
      // Whoever comes back to the editor within this visit finds the draft there.
      queryClient.setQueryData(query, (was) => was && { ...was, draft: draft && { ...draft, updatedAt: at } });
      return at;
    };
    return new DraftKeeper({ key, send }, openDraft(record, readKept(key)));
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  useFollow(keeper, record);
  useLeaving(keeper);
  return { ...snapshot, keeper, isChanged: keeper.isChanged };
}

export type Draft = ReturnType<typeof useDraft>;

/** A save elsewhere arrives here: facts move the version along; a text is taken over where nothing was typed, or waits. */
function useFollow(keeper: DraftKeeper, record: DecisionRecord): void {
  useEffect(() => {
    const { mine, base } = keeper.snapshot();
    if (base.text === null || record.version <= base.version) return;
    const stored = textOf(record);
    const next = { version: record.version, text: stored };
    const isUntouched = isSameText(mine, base.text);
    if (isSameText(stored, base.text)) {
      keeper.rebase(next);
      if (!isUntouched) void keeper.send();
    } else if (isUntouched) {
      keeper.rebase(next, stored);
    }
  }, [keeper, record]);
}

function useLeaving(keeper: DraftKeeper): void {
  useEffect(() => {
    keeper.open();
    const onOnline = () => keeper.retry();
    const onHide = () => keeper.leave();
    const onUnload = (event: BeforeUnloadEvent) => {
      const { status } = keeper.snapshot();
      const isLost = (status.kind === 'offline' || status.kind === 'refused') && !status.isKept;
      if (isLost) event.preventDefault();
    };
    window.addEventListener('online', onOnline);
    window.addEventListener('pagehide', onHide);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      keeper.leave();
      window.removeEventListener('online', onOnline);
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [keeper]);
}

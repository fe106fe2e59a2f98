'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import type { DecisionFacts, DecisionRecord } from '@/server/modules/decision/contract';
import { staleDecision } from './stale-decision';
import { useAdoptDecision } from './use-adopt-decision';

export type FactChange<Value> = {
  /** The part of the record that is being changed, as plain data. */
  read: (record: DecisionRecord) => Value;
  /** What to send: made on the record as it is now, so that what others saved beside it stays. */
  write: (value: Value, record: DecisionRecord) => Partial<DecisionFacts>;
};

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Saves one fact of a decision on the version it was read at. Where somebody saved something else in between, it is saved
 * on top; where they changed the very same, both are offered: `theirs` holds what is stored.
 */
export function useSaveFact<Value>(workspace: string, decision: DecisionRecord, change: FactChange<Value>) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const update = useMutation(trpc.decision.update.mutationOptions());
  const [on, setOn] = useState(decision);
  const [theirs, setTheirs] = useState<{ value: Value } | null>(null);

  const send = (value: Value, record: DecisionRecord) =>
    update.mutateAsync({ workspace, id: record.id, version: record.version, ...change.write(value, record) });

  /** Whether the fact is stored now as it was chosen. */
  const save = async (value: Value): Promise<boolean> => {
    let base = on;
    // Another save can come between a refusal and the next try; more than a few are somebody else's loop.
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        adopt(await send(value, base));
        setTheirs(null);
        return true;
      } catch (error) {
        const current = await staleDecision(error);
        if (!current) return false;
        adopt(current);
        setOn(current);
        const stored = change.read(current);
        if (isSame(stored, value)) return true;
        if (!isSame(stored, change.read(base))) {
          setTheirs({ value: stored });
          update.reset();
          return false;
        }
        base = current;
      }
    }
    return false;
  };

  const problems = Object.values(problemsOf(update.error));
  const problem = update.error ? (problems[0] ?? messageOf(update.error)) : null;
  return { save, pending: update.isPending, problem, theirs };
}

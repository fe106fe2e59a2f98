import { z } from 'zod';
import { codeOf, detailsOf } from '@/components/query/request-error';
import { type DecisionRecord, decisionRecord } from '@/server/modules/decision/contract';

const staleDetails = z.object({ current: decisionRecord });

/** The stored record that a refused, outdated change was not made on; null for every other error. */
export function staleDecision(error: unknown): DecisionRecord | null {
  if (codeOf(error) !== 'stale') return null;
  const details = staleDetails.safeParse(detailsOf(error));
  return details.success ? details.data.current : null;
}

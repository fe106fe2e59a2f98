import { codeOf, detailsOf } from '@/components/query/request-error';
import type { DecisionRecord } from '@/server/modules/decision/contract';

/** The stored record that a refused, outdated change was not made on; null for every other error. */
export async function staleDecision(error: unknown): Promise<DecisionRecord | null> {
  const details = codeOf(error) === 'stale' ? detailsOf(error) : null;
  if (typeof details !== 'object' || details === null || !('current' in details)) return null;
  // The shape of a record is large, and needed only here.
  const { decisionRecord } = await import('@/server/modules/decision/contract');
  const current = decisionRecord.safeParse(details.current);
  return current.success ? current.data : null;
}

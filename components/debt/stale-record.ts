import { z } from 'zod';
import { codeOf, detailsOf } from '@/components/query/request-error';
import { type DebtRecord, debtRecord } from '@/server/modules/debt/contract';

const staleDetails = z.object({ current: debtRecord });

/** The stored record that a refused, outdated change was not made on; null for every other error. */
export function staleRecord(error: unknown): DebtRecord | null {
  if (codeOf(error) !== 'stale') return null;
  const details = staleDetails.safeParse(detailsOf(error));
  return details.success ? details.data.current : null;
}

import { z } from 'zod';
import { type DebtRecord, debtRecord } from '@/server/modules/debt/contract';

const withData = z.object({
  data: z.object({
    appCode: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).catch([]),
    details: z.unknown(),
  }),
});
const staleDetails = z.object({ current: debtRecord });

/** The stored record that a refused, outdated change was not made on; null for every other error. */
export function staleRecord(error: unknown): DebtRecord | null {
  const told = withData.safeParse(error);
  if (!told.success || told.data.data.appCode !== 'stale') return null;
  const details = staleDetails.safeParse(told.data.data.details);
  return details.success ? details.data.current : null;
}

/** What is wrong, by the field it is about. */
export function problemsOf(error: unknown): Record<string, string> {
  const told = withData.safeParse(error);
  if (!told.success) return {};
  return Object.fromEntries(
    told.data.data.fields.map((field) => [field.path.split('.')[0] ?? '', sentence(field.message)]),
  );
}

/** Whether a failed request is about a record that is not there, or not this person's. */
export function isNotFound(error: unknown): boolean {
  const told = withData.safeParse(error);
  return told.success && told.data.data.appCode === 'notFound';
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** What to tell when no field is to blame. A request that never arrived is the connection's fault, not the person's. */
export function messageOf(error: unknown): string {
  const told = withData.safeParse(error);
  if (!told.success) return 'The server did not answer. What you wrote is kept here; try again in a moment.';
  return error instanceof Error ? sentence(error.message) : 'Nothing was saved.';
}

import type { z } from 'zod';
import type { decisionListContract } from '@/server/modules/decision-list/contract';

export type StatusChange = z.infer<typeof decisionListContract.timeline.output>[number];

/** Changes of one year, in the order given. */
type YearOfChanges = { year: string; changes: StatusChange[] };

/** Groups changes by their year; they come ordered, and their order stays. */
export function byYear(changes: readonly StatusChange[]): YearOfChanges[] {
  const years: YearOfChanges[] = [];
  for (const change of changes) {
    const year = change.day.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.changes.push(change);
    else years.push({ year, changes: [change] });
  }
  return years;
}

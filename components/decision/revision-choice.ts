import type { RevisionRow } from '@/server/modules/decision-revision/contract';

export type Compared = { from: number; to: number };

/**
 * Which two revisions the address compares: those it names where they exist, otherwise the latest with the one before.
 * Null while there is only one. `revisions` are the newest first.
 */
export function comparedOf(query: string, revisions: readonly Pick<RevisionRow, 'number'>[]): Compared | null {
  const numbers = revisions.map((revision) => revision.number);
  const [latest, before] = numbers;
  if (latest === undefined || before === undefined) return null;
  const params = new URLSearchParams(query);
  const named = (name: string) => numbers.find((number) => String(number) === params.get(name));
  const to = named('to') ?? latest;
  const from = named('from') ?? numbers.find((number) => number < to) ?? before;
  return { from, to };
}

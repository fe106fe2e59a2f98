import { dayToDate } from '@/server/domain/field/day';
import type { DecisionFacts } from '@/server/modules/decision/contract';
import type { DecisionColumns } from '@/server/modules/decision/service';

type PlainFacts = Omit<Partial<DecisionFacts>, 'owner' | 'services'>;

function dateOf(day: string | null | undefined): { set: Date | null } | undefined {
  return day === undefined ? undefined : { set: day ? dayToDate(day) : null };
}

/** The facts that are columns of the record itself; those that name other records are resolved by the service. */
export function factColumns(facts: PlainFacts): DecisionColumns {
  const revisitOn = dateOf(facts.revisitOn);
  const expiresOn = dateOf(facts.expiresOn);
  const { deciders, consulted, informed, tags, triggers, implementation, revisitCondition, checklist } = facts;
  return {
    ...(deciders && { deciders }),
    ...(consulted && { consulted }),
    ...(informed && { informed }),
    ...(tags && { tags }),
    ...(triggers && { triggers: [...new Set(triggers)] }),
    ...(implementation && { implementation }),
    ...(revisitCondition !== undefined && { revisitCondition }),
    ...(checklist && { checklist: Object.fromEntries(Object.entries(checklist).filter(([, answer]) => answer)) }),
    ...(revisitOn && { revisitOn: revisitOn.set }),
    ...(expiresOn && { expiresOn: expiresOn.set }),
  };
}

function comparable(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value ?? null);
}

/** The names of the columns whose value would become another. */
export function changedColumns(before: object, columns: DecisionColumns): string[] {
  const stored = new Map<string, unknown>(Object.entries(before));
  return Object.entries(columns).flatMap(([name, value]) =>
    comparable(stored.get(name)) === comparable(value) ? [] : [name],
  );
}

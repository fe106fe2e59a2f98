import { decisionTriggers } from '@/server/domain/decision/status';
import type { HeldFields } from '@/server/domain/decision-sync/held-field';
import { type SourceReading, sourceReading } from '@/server/domain/decision-sync/source-reading';
import { dateToDay, dayToDate } from '@/server/domain/field/day';
import type { DecisionColumns } from '@/server/modules/decision/service';

type Row = Omit<HeldFields, 'date' | 'revisitOn' | 'expiresOn' | 'services'> & {
  decidedOn: Date | null;
  revisitOn: Date | null;
  expiresOn: Date | null;
  services: { service: { key: string } }[];
};

const dayOf = (date: Date | null): string | null => (date ? dateToDay(date) : null);
const dateOf = (day: string | null): Date | null => (day === null ? null : dayToDate(day));

/** What a stored record holds, in the terms in which files are compared. */
export function heldOfRow(row: Row): HeldFields {
  return {
    number: row.number,
    title: row.title,
    productSentence: row.productSentence,
    body: row.body,
    status: row.status,
    rawStatus: row.rawStatus,
    date: dayOf(row.decidedOn),
    rawDate: row.rawDate,
    deciders: row.deciders,
    consulted: row.consulted,
    informed: row.informed,
    tags: row.tags,
    triggers: decisionTriggers.filter((trigger) => row.triggers.includes(trigger)),
    implementation: row.implementation,
    revisitOn: dayOf(row.revisitOn),
    revisitCondition: row.revisitCondition,
    expiresOn: dayOf(row.expiresOn),
    services: row.services.map(({ service }) => service.key).sort(),
  };
}

/** The columns for everything held but the services, which are rows of their own. */
export function columnsOfHeld(held: HeldFields) {
  const { date, revisitOn, expiresOn, services: _services, ...plain } = held;
  return {
    ...plain,
    decidedOn: dateOf(date),
    revisitOn: dateOf(revisitOn),
    expiresOn: dateOf(expiresOn),
  } satisfies DecisionColumns;
}

/** What was kept of a reading. One that cannot be understood any more is as good as none: everything then is news. */
export function storedReading(json: unknown): SourceReading | null {
  return sourceReading.safeParse(json).data ?? null;
}

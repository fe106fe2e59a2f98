import {
  type DecisionStatus,
  type DecisionTrigger,
  decisionTriggers,
  type ImplementationState,
  implementationStates,
} from '@/server/domain/decision/status';
import type { SourceReading } from '@/server/domain/decision-sync/source-reading';
import { isDay } from '@/server/domain/field/day';

/** What a record here holds of what a file can say. */
export interface HeldFields {
  number: number | null;
  title: string;
  productSentence: string;
  body: string;
  status: DecisionStatus;
  rawStatus: string;
  /** `YYYY-MM-DD` or null, like the other days. */
  date: string | null;
  rawDate: string;
  deciders: string[];
  consulted: string[];
  informed: string[];
  tags: string[];
  triggers: DecisionTrigger[];
  implementation: ImplementationState;
  revisitOn: string | null;
  revisitCondition: string;
  expiresOn: string | null;
  /** Keys in alphabetical order. */
  services: string[];
}

/** The lengths and counts that the forms for the same fields allow. */
export const HELD_LIMIT = { title: 300, line: 500, name: 200, names: 100, tag: 60, tags: 30, services: 50 } as const;

function oneLine(text: string, max: number): string {
  const flat = text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').trim();
  return flat.length <= max ? flat : `${flat.slice(0, max - 1).toWellFormed()}…`;
}

function lines(list: readonly string[], max: number, count: number): string[] {
  return [...new Set(list.map((text) => oneLine(text, max)).filter((text) => text !== ''))].slice(0, count);
}

const dayOf = (text: string | null): string | null => (text !== null && isDay(text) ? text : null);

/** What a record here holds after its file was read: the same text, cut to what fits and left out where unknown. */
export function heldOf(reading: SourceReading): HeldFields {
  return {
    number: reading.number,
    title: oneLine(reading.title, HELD_LIMIT.title) || 'Untitled',
    productSentence: oneLine(reading.productSentence, HELD_LIMIT.line),
    body: reading.body,
    status: reading.status,
    rawStatus: reading.rawStatus,
    date: dayOf(reading.date),
    rawDate: reading.rawDate,
    deciders: lines(reading.deciders, HELD_LIMIT.name, HELD_LIMIT.names),
    consulted: lines(reading.consulted, HELD_LIMIT.name, HELD_LIMIT.names),
    informed: lines(reading.informed, HELD_LIMIT.name, HELD_LIMIT.names),
    tags: lines(
      reading.tags.map((tag) => tag.toLowerCase()),
      HELD_LIMIT.tag,
      HELD_LIMIT.tags,
    ),
    triggers: decisionTriggers.filter((trigger) => reading.triggers.includes(trigger)),
    implementation: implementationStates.find((state) => state === reading.implementation) ?? 'notStarted',
    revisitOn: dayOf(reading.revisitOn),
    revisitCondition: oneLine(reading.revisitCondition, HELD_LIMIT.line),
    expiresOn: dayOf(reading.expiresOn),
    services: reading.knownServices.slice(0, HELD_LIMIT.services),
  };
}

/** Fields that a file says together; what is in a group is decided about as one. */
export const fieldGroups = {
  number: ['number'],
  title: ['title'],
  productSentence: ['productSentence'],
  text: ['body'],
  status: ['status', 'rawStatus'],
  date: ['date', 'rawDate'],
  deciders: ['deciders'],
  consulted: ['consulted'],
  informed: ['informed'],
  tags: ['tags'],
  triggers: ['triggers'],
  implementation: ['implementation'],
  revisitOn: ['revisitOn'],
  revisitCondition: ['revisitCondition'],
  expiresOn: ['expiresOn'],
  services: ['services'],
} as const satisfies Record<string, readonly (keyof HeldFields)[]>;
export type FieldGroup = keyof typeof fieldGroups;

const groupNames = Object.keys(fieldGroups).filter((name): name is FieldGroup => name in fieldGroups);

function groupValue(fields: HeldFields, group: FieldGroup): string {
  return JSON.stringify(fieldGroups[group].map((name) => fields[name]));
}

/** The groups of fields in which two differ. */
export function differingGroups(a: HeldFields, b: HeldFields): FieldGroup[] {
  return groupNames.filter((group) => groupValue(a, group) !== groupValue(b, group));
}

export interface MergedFields {
  /** Changed outside and not here: the outside's value is taken. */
  taken: FieldGroup[];
  /** Changed outside and, to something else, here: the value here stays. */
  disputed: FieldGroup[];
  /** Changed here, and not outside. */
  own: FieldGroup[];
}

/** Three-way comparison of what was read last time, what is read now, and what is held here. */
export function mergeFields(before: HeldFields, outside: HeldFields, here: HeldFields): MergedFields {
  const merged: MergedFields = { taken: [], disputed: [], own: [] };
  for (const group of groupNames) {
    const [was, theirs, ours] = [groupValue(before, group), groupValue(outside, group), groupValue(here, group)];
    if (theirs === ours) continue;
    if (theirs === was) merged.own.push(group);
    else if (ours === was) merged.taken.push(group);
    else merged.disputed.push(group);
  }
  return merged;
}

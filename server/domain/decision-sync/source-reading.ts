import { z } from 'zod';
import { decisionStatuses } from '@/server/domain/decision/status';
import type { DecisionRecord, ExtraValue, RecordRelation } from '@/server/domain/decision-record/record';

const extraValue: z.ZodType<ExtraValue> = z.lazy(() =>
  z.union([z.string(), z.array(extraValue), z.record(z.string(), extraValue)]),
);

const readRelation = z.object({
  type: z.enum(['supersedes', 'supersededBy', 'amends', 'amendedBy', 'dependsOn', 'relates', 'conflicts']),
  partial: z.boolean(),
  targetText: z.string(),
  targetPath: z.string().nullable(),
  targetNumber: z.number().nullable(),
  resolvedPath: z.string().nullable(),
  derived: z.boolean(),
});

/** What was read from a record's file the last time it came, kept beside the file to tell later who changed what. */
export const sourceReading = z.object({
  number: z.number().nullable(),
  numberText: z.string(),
  title: z.string(),
  status: z.enum(decisionStatuses),
  rawStatus: z.string(),
  date: z.string().nullable(),
  rawDate: z.string(),
  deciders: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  tags: z.array(z.string()),
  productSentence: z.string(),
  revisitOn: z.string().nullable(),
  revisitCondition: z.string(),
  expiresOn: z.string().nullable(),
  triggers: z.array(z.string()),
  implementation: z.string(),
  services: z.array(z.string()),
  body: z.string(),
  extra: z.record(z.string(), extraValue),
  relations: z.array(readRelation),
  /** Keys among `services` that were services of the workspace when the file was read. */
  knownServices: z.array(z.string()),
});
export type SourceReading = z.infer<typeof sourceReading>;

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text without what Postgres refuses or nobody sees: control characters and halves of characters. */
function clean(text: string): string {
  return text.replace(control, '').toWellFormed();
}

function cleanExtra(value: ExtraValue): ExtraValue {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanExtra);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), cleanExtra(inner)]));
}

const cleanRelation = (relation: RecordRelation): SourceReading['relations'][number] => ({
  type: relation.type,
  partial: relation.partial,
  targetText: clean(relation.targetText),
  targetPath: relation.targetPath === null ? null : clean(relation.targetPath),
  targetNumber: relation.targetNumber,
  resolvedPath: relation.resolvedPath,
  derived: relation.derived,
});

/** A record as it was read, as it is kept. `isKnownService` tells which of its services the workspace has. */
export function readingOf(record: DecisionRecord, isKnownService: (key: string) => boolean): SourceReading {
  return {
    number: record.number,
    numberText: clean(record.numberText),
    title: clean(record.title),
    status: record.status,
    rawStatus: clean(record.rawStatus),
    date: record.date,
    rawDate: clean(record.rawDate),
    deciders: record.deciders.map(clean),
    consulted: record.consulted.map(clean),
    informed: record.informed.map(clean),
    tags: record.tags.map(clean),
    productSentence: clean(record.productSentence),
    revisitOn: record.revisitOn,
    revisitCondition: clean(record.revisitCondition),
    expiresOn: record.expiresOn,
    triggers: record.triggers.map(clean),
    implementation: clean(record.implementation),
    services: record.services.map(clean),
    body: clean(record.body),
    extra: Object.fromEntries(Object.entries(record.extra).map(([key, value]) => [clean(key), cleanExtra(value)])),
    relations: record.relations.map(cleanRelation),
    knownServices: [...new Set(record.services)].filter(isKnownService).sort(),
  };
}

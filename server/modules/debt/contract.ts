import { z } from 'zod';
import { day } from '@/server/domain/field/day-field';
import { id, line, optionalLine, prose, workspaceSlug } from '@/server/domain/field/text';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { factor } from '@/server/domain/scoring/score';
import { closures, debtStates } from '@/server/domain/scoring/state';

/** `TD-12`: the workspace's prefix and the number of the debt. */
export const debtKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,9}-[1-9]\d{0,8}$/, 'the key of a debt, such as TD-12')
  .transform((key) => key.toUpperCase());

const halfStep = (value: number) => Number.isInteger(value * 2);
const tenthStep = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;

const effortDays = z
  .number('a number of days in halves, such as 4.5')
  .positive('more than 0 days')
  .max(5000, 'at most 5000 days')
  .refine(halfStep, 'whole or half days, such as 4 or 4.5');

const interestHours = z
  .number('a number of hours a month, such as 14')
  .min(0, 'at least 0 hours')
  .max(10_000, 'at most 10000 hours')
  .refine(tenthStep, 'at most one decimal, such as 2.5');

export const mostLabels = 30;

const labels = z
  .array(line(60))
  .max(mostLabels, `at most ${mostLabels} labels`)
  .transform((list) => [...new Set(list)]);

const serviceKeys = z
  .array(z.string().min(1).max(60))
  .max(50, 'at most 50 services')
  .transform((list) => [...new Set(list)]);

/** What a person may write on a debt. Absent leaves a field as it is, null empties it. */
export const debtFields = z.strictObject({
  title: line(300),
  description: prose(100_000),
  productSentence: optionalLine(500),
  impact: factor.nullable(),
  likelihood: factor.nullable(),
  velocityTax: factor.nullable(),
  remediationCost: factor.nullable(),
  effortDays: effortDays.nullable(),
  interestHoursPerMonth: interestHours.nullable(),
  quadrant: z.enum(quadrants).nullable(),
  notDebtReason: line(500).nullable(),
  /** The id or the e-mail address of a member. */
  owner: z.string().min(1).max(320).nullable(),
  /** The key of a team. */
  team: z.string().min(1).max(60).nullable(),
  services: serviceKeys,
  labels,
  repaymentPlan: prose(10_000),
  revisitOn: day.nullable(),
  revisitTrigger: optionalLine(500),
  incurredOn: day.nullable(),
});

const stateChange = {
  state: z.enum(debtStates),
  /** How a closed debt ended: `fixed` when resolved, another way when withdrawn. */
  closedAs: z.enum(closures).nullable(),
  /** The end of an acceptance, required when the state becomes `accepted`. */
  acceptedUntil: day.nullable(),
  /** The debt this one is a duplicate of or was merged into. */
  mergedInto: debtKey.nullable(),
  /** Why the score or the state changes. */
  reason: optionalLine(1000),
};

const links = {
  /** Ids of the decisions it is linked to; a new one takes the debt on, those that are linked keep what they say. */
  decisions: z
    .array(id)
    .max(50, 'at most 50 decisions')
    .transform((list) => [...new Set(list)]),
};

const inWorkspace = { workspace: workspaceSlug };

export const person = z.object({ id, name: z.string(), email: z.string() });
export const namedKey = z.object({ key: z.string(), name: z.string() });

/** One debt as the list shows it. Instants are RFC 3339 in JSON, days `YYYY-MM-DD`; `score` has one decimal. */
export const debtRow = z.object({
  id,
  key: z.string(),
  title: z.string(),
  productSentence: z.string(),
  state: z.enum(debtStates),
  closedAs: z.enum(closures).nullable(),
  impact: z.number().nullable(),
  likelihood: z.number().nullable(),
  velocityTax: z.number().nullable(),
  remediationCost: z.number().nullable(),
  score: z.number().nullable(),
  severity: z.number().nullable(),
  scoreThirds: z.number().nullable(),
  severityThirds: z.number().nullable(),
  scoredAt: z.date().nullable(),
  effortDays: z.number().nullable(),
  interestHoursPerMonth: z.number().nullable(),
  quadrant: z.enum(quadrants).nullable(),
  notDebtReason: z.string().nullable(),
  owner: person.nullable(),
  team: namedKey.nullable(),
  services: z.array(namedKey),
  labels: z.array(z.string()),
  revisitOn: z.string().nullable(),
  acceptedUntil: z.string().nullable(),
  incurredOn: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number(),
});
export type DebtRow = z.infer<typeof debtRow>;

/** What the list and the page have in common, as the database gives it. */
export type DebtRowFacts = Omit<
  DebtRow,
  'key' | 'score' | 'severity' | 'effortDays' | 'interestHoursPerMonth' | 'revisitOn' | 'acceptedUntil' | 'incurredOn'
> & {
  number: number;
  effortHalfDays: number | null;
  interestMinutesPerMonth: number | null;
  revisitOn: Date | null;
  acceptedUntil: Date | null;
  incurredOn: Date | null;
};

export const debtSource = z.object({
  system: z.string(),
  key: z.string(),
  url: z.string().nullable(),
  importedAt: z.date(),
  original: z.array(z.tuple([z.string(), z.string()])),
});

/** One debt with everything its page shows. */
export const debtRecord = debtRow.extend({
  description: z.string(),
  repaymentPlan: z.string(),
  revisitTrigger: z.string(),
  reportedBy: z.string(),
  stateReason: z.string(),
  stateChangedAt: z.date(),
  mergedInto: z.object({ key: z.string(), title: z.string() }).nullable(),
  createdBy: z.string().nullable(),
  updatedBy: z.string().nullable(),
  deletedAt: z.date().nullable(),
  deletedBy: z.string().nullable(),
  sources: z.array(debtSource),
  /** Ids of the live decisions that take it on or pay it back. */
  decisions: z.array(z.string()),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean(), restore: z.boolean() }),
});
export type DebtRecord = z.infer<typeof debtRecord>;

export const scoreEntry = z.object({
  id,
  score: z.number(),
  severity: z.number(),
  scoreThirds: z.number(),
  severityThirds: z.number(),
  impact: z.number(),
  likelihood: z.number(),
  velocityTax: z.number(),
  remediationCost: z.number(),
  reason: z.string(),
  scoredBy: z.string().nullable(),
  scoredAt: z.date(),
});
export type ScoreEntry = z.infer<typeof scoreEntry>;

/**
 * One thing that was done. `fields` are those of the contract that were written; `score` in thirds when it moved; `file`
 * is the name of the file that an import read.
 */
export const activityEntry = z.object({
  id,
  action: z.string(),
  actor: z.string().nullable(),
  at: z.date(),
  fields: z.array(z.string()),
  state: z.enum(debtStates).nullable(),
  score: z.object({ fromThirds: z.number().nullable(), toThirds: z.number() }).nullable(),
  file: z.string().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

const key = { ...inWorkspace, key: debtKey };

export const debtContract = {
  get: { input: z.strictObject(key), output: debtRecord },
  create: {
    input: debtFields
      .partial()
      .required({ title: true })
      .extend({ ...inWorkspace, ...z.object({ ...stateChange, ...links }).partial().shape }),
    output: debtRecord,
  },
  /** `version` is the one the change was made on: an older one is refused with both sides, and nothing is lost. */
  update: {
    input: debtFields.partial().extend({
      ...key,
      version: z.number().int().positive(),
      ...z.object({ ...stateChange, ...links }).partial().shape,
    }),
    output: debtRecord,
  },
  delete: { input: z.strictObject({ ...key, version: z.number().int().positive().optional() }), output: debtRecord },
  restore: { input: z.strictObject(key), output: debtRecord },
  scores: { input: z.strictObject(key), output: z.array(scoreEntry) },
  activity: { input: z.strictObject(key), output: z.array(activityEntry) },
  similar: {
    input: z.strictObject({ ...inWorkspace, title: z.string().max(300) }),
    output: z.array(debtRow.pick({ id: true, key: true, title: true, state: true, score: true, services: true })),
  },
};

export type CreateDebt = z.output<typeof debtContract.create.input>;
export type UpdateDebt = z.output<typeof debtContract.update.input>;
/** The part of a write that does not say which record it is about. */
export type DebtChange = Partial<Omit<UpdateDebt, 'workspace' | 'key' | 'version'>>;

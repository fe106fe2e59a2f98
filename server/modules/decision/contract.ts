import { z } from 'zod';
import { checklistKeys } from '@/server/domain/decision/checklist';
import { dueReasons } from '@/server/domain/decision/due';
import {
  debtLinkKinds,
  decisionStatuses,
  decisionTriggers,
  implementationStates,
  relationTypes,
} from '@/server/domain/decision/status';
import { day } from '@/server/domain/field/day-field';
import { id, line, optionalLine, prose, slug, workspaceSlug } from '@/server/domain/field/text';
import { version } from '@/server/domain/field/version';
import { debtKey, namedKey, person } from '@/server/modules/debt/contract';

const status = z.enum(decisionStatuses);
const inWorkspace = { workspace: workspaceSlug };
const oneDecision = { ...inWorkspace, id };

const names = z
  .array(line(200))
  .max(100, 'at most 100 names')
  .transform((list) => [...new Set(list)]);
const tags = z
  .array(line(60).transform((tag) => tag.toLowerCase()))
  .max(30, 'at most 30 tags')
  .transform((list) => [...new Set(list)]);

/** The text of a decision; its revisions are of these three. `body` is Markdown. */
export const decisionText = z.strictObject({
  title: line(300),
  productSentence: optionalLine(500),
  body: prose(1_000_000),
});
export type DecisionText = z.output<typeof decisionText>;

/** What belongs to a decision beside its text; changing it makes no revision and drops no approval. */
export const decisionFacts = z.strictObject({
  /** The id or the e-mail address of a member. */
  owner: z.string().min(1).max(320).nullable(),
  deciders: names,
  consulted: names,
  informed: names,
  tags,
  triggers: z.array(z.enum(decisionTriggers)).max(4),
  /** Keys of services. */
  services: z.array(slug).max(50, 'at most 50 services'),
  implementation: z.enum(implementationStates),
  revisitOn: day.nullable(),
  revisitCondition: optionalLine(500),
  expiresOn: day.nullable(),
  /** Answers to the design-review questions. */
  checklist: z.partialRecord(z.enum(checklistKeys), prose(2000)),
});
export type DecisionFacts = z.output<typeof decisionFacts>;

/** One decision as lists show it. */
export const decisionRow = z.object({
  id,
  register: z.object({ slug: z.string(), name: z.string(), approvalsRequired: z.number() }),
  /** Given at acceptance or imported; null before. */
  number: z.number().nullable(),
  title: z.string(),
  productSentence: z.string(),
  status,
  rawStatus: z.string(),
  /** The last change of status. */
  statusChangedAt: z.date(),
  /** The day the record itself names. */
  date: z.string().nullable(),
  owner: person.nullable(),
  tags: z.array(z.string()),
  services: z.array(namedKey),
  openThreads: z.number(),
  /** Approvals of the current revision. */
  approvals: z.number(),
  revisitOn: z.string().nullable(),
  revisitCondition: z.string(),
  expiresOn: z.string().nullable(),
  due: z.enum(dueReasons).nullable(),
  /** The record that supersedes this one in whole, the latest of several. */
  supersededBy: z.object({ id, number: z.number().nullable(), title: z.string() }).nullable(),
  revision: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number(),
});
export type DecisionRow = z.infer<typeof decisionRow>;

/** One relation, worded from this record's side: `direction: 'from'` has it, `'to'` is its other end. */
export const relationRecord = z.object({
  id,
  type: z.enum(relationTypes),
  direction: z.enum(['from', 'to']),
  partial: z.boolean(),
  note: z.string(),
  /** Null where an imported file names a record that is not here; `targetText` is what it says. */
  decision: z
    .object({
      id,
      number: z.number().nullable(),
      title: z.string(),
      status,
      register: z.object({ slug: z.string(), name: z.string() }),
    })
    .nullable(),
  targetText: z.string(),
});
export type RelationRecord = z.infer<typeof relationRecord>;

/** A debt the decision takes on or pays back, with its score (one decimal) and its rank among the open ones. */
export const debtLink = z.object({
  kind: z.enum(debtLinkKinds),
  key: z.string(),
  title: z.string(),
  state: z.string(),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  of: z.number(),
});

/** A decision that takes a debt on or pays it back, as the debt's page names it. */
export const debtDecision = z.object({
  kind: z.enum(debtLinkKinds),
  id,
  number: z.number().nullable(),
  title: z.string(),
  status,
  register: z.object({ slug: z.string(), name: z.string() }),
});
export type DebtDecision = z.infer<typeof debtDecision>;

export const actRecord = z.object({
  id,
  kind: z.enum(['transition', 'reaffirm', 'conditionMet']),
  from: status.nullable(),
  to: status.nullable(),
  revision: z.number(),
  reason: z.string(),
  revisitOn: z.string().nullable(),
  by: z.string().nullable(),
  at: z.date(),
});
export type ActRecord = z.infer<typeof actRecord>;

/** A record in force that rests on a superseded one, a cycle, or a link without its other end. */
export const relationWarning = z.object({
  code: z.enum(['restsOnSuperseded', 'cycle', 'missingBackLink', 'unresolved']),
  message: z.string(),
  decisionId: id.nullable(),
});

/** One decision with everything its page shows but its threads and its review. */
export const decisionRecord = decisionRow.extend({
  body: z.string(),
  deciders: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  triggers: z.array(z.enum(decisionTriggers)),
  implementation: z.enum(implementationStates),
  rawDate: z.string(),
  conditionMetAt: z.date().nullable(),
  conditionNote: z.string(),
  checklist: z.record(z.string(), z.string()),
  template: z.string(),
  sourcePath: z.string().nullable(),
  /** Whether the imported file is kept and can be read with `decision.original`. */
  hasOriginal: z.boolean(),
  revisedAt: z.date(),
  revisedBy: z.string().nullable(),
  relations: z.array(relationRecord),
  warnings: z.array(relationWarning),
  debts: z.array(debtLink),
  acts: z.array(actRecord),
  /** What this member has typed and not saved, if anything. */
  draft: decisionText.extend({ baseVersion: z.number(), updatedAt: z.date() }).nullable(),
  createdBy: z.string().nullable(),
  deletedAt: z.date().nullable(),
  deletedBy: z.string().nullable(),
  transitions: z.array(status),
  abilities: z.object({
    edit: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
    comment: z.boolean(),
    review: z.boolean(),
  }),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

const relationInput = z.strictObject({
  /** The id of the other record. */
  target: id,
  type: z.enum(relationTypes),
  partial: z.boolean().default(false),
  note: optionalLine(300).default(''),
});

export const decisionContract = {
  get: { input: z.strictObject(oneDecision), output: decisionRecord },
  /** What an address means: an id, a number or an imported file name within a register; several when it repeats. */
  resolve: {
    input: z.strictObject({ ...inWorkspace, register: slug, ref: line(300) }),
    output: z.array(z.object({ id, number: z.number().nullable(), title: z.string() })),
  },
  /** Makes a draft. Without a body it begins with the template, the register's own when none is named. */
  create: {
    input: decisionText
      .partial()
      .required({ title: true })
      .extend({
        ...inWorkspace,
        register: slug,
        template: z.string().max(60).optional(),
        ...decisionFacts.partial().shape,
      }),
    output: decisionRecord,
  },
  /**
   * Saves text, facts or both. Text of a record that was proposed makes a new revision and drops what was approved; text
   * equal to what is stored makes none. An older `version` is refused with the record as it is now.
   */
  update: {
    input: decisionText
      .partial()
      .extend({ ...oneDecision, version, note: optionalLine(300).optional(), ...decisionFacts.partial().shape }),
    output: decisionRecord,
  },
  /** Keeps what is being typed, per member; null forgets it. */
  saveDraft: {
    input: z.strictObject({ ...oneDecision, draft: decisionText.extend({ baseVersion: version }).nullable() }),
    output: z.object({ updatedAt: z.date().nullable() }),
  },
  /**
   * Changes the status along an allowed way. Acceptance gives the number. `supersededBy` names the successor where `to` is
   * superseded; `supersedes` on acceptance writes both ends, whole or part. Refused ones are conflicts that list the allowed.
   */
  transition: {
    input: z.strictObject({
      ...oneDecision,
      version: version.optional(),
      to: status,
      reason: optionalLine(1000).default(''),
      supersedes: z
        .array(z.strictObject({ target: id, partial: z.boolean().default(false) }))
        .max(20)
        .optional(),
      supersededBy: id.optional(),
    }),
    output: decisionRecord,
  },
  /** A draft that begins with this record's text and supersedes it, in whole or part, once it is accepted. */
  succeed: {
    input: z.strictObject({ ...oneDecision, partial: z.boolean().default(false), note: optionalLine(300).default('') }),
    output: decisionRecord,
  },
  relate: { input: relationInput.extend(oneDecision), output: decisionRecord },
  unrelate: { input: z.strictObject({ ...oneDecision, relation: id }), output: decisionRecord },
  linkDebt: {
    input: z.strictObject({ ...oneDecision, debt: debtKey, kind: z.enum(debtLinkKinds) }),
    output: decisionRecord,
  },
  unlinkDebt: { input: z.strictObject({ ...oneDecision, debt: debtKey }), output: decisionRecord },
  /** The decisions that take a debt on or pay it back, the latest change first. */
  forDebt: { input: z.strictObject({ ...inWorkspace, debt: debtKey }), output: z.array(debtDecision) },
  /** Records that the decision still holds, and why; sets or clears the next date. */
  reaffirm: {
    input: z.strictObject({ ...oneDecision, reason: line(1000), revisitOn: day.nullable() }),
    output: decisionRecord,
  },
  /** Records that the revisit condition is met, so that the record is due. */
  conditionMet: { input: z.strictObject({ ...oneDecision, reason: line(500) }), output: decisionRecord },
  /** The imported file as it came. `text` is null where it is not text. */
  original: {
    input: z.strictObject(oneDecision),
    output: z.object({ path: z.string(), layout: z.string(), text: z.string().nullable(), importedAt: z.date() }),
  },
  delete: { input: z.strictObject({ ...oneDecision, version: version.optional() }), output: decisionRecord },
  restore: { input: z.strictObject(oneDecision), output: decisionRecord },
};

export type CreateDecision = z.output<typeof decisionContract.create.input>;
export type UpdateDecision = z.output<typeof decisionContract.update.input>;

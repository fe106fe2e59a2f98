import { z } from 'zod';
import { decisionStatuses } from '@/server/domain/decision/status';
import { day } from '@/server/domain/field/day-field';
import { id, optionalLine, workspaceSlug } from '@/server/domain/field/text';
import { version } from '@/server/domain/field/version';
import { decisionRecord, decisionText } from '@/server/modules/decision/contract';

const status = z.enum(decisionStatuses);
const oneDecision = { workspace: workspaceSlug, decision: id };

export const revisionRow = z.object({
  number: z.number(),
  title: z.string(),
  note: z.string(),
  author: z.string().nullable(),
  createdAt: z.date(),
  /** Words added and removed since the revision before. */
  added: z.number(),
  removed: z.number(),
});
export type RevisionRow = z.infer<typeof revisionRow>;

/** A section of the difference between two revisions, by heading; `parts` in reading order. */
export const sectionDifference = z.object({
  heading: z.string(),
  level: z.number(),
  state: z.enum(['same', 'changed', 'added', 'removed']),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
export type SectionDifference = z.infer<typeof sectionDifference>;

export const decisionRevisionContract = {
  list: { input: z.strictObject(oneDecision), output: z.array(revisionRow) },
  get: {
    input: z.strictObject({ ...oneDecision, number: version }),
    output: decisionText.extend({
      number: z.number(),
      note: z.string(),
      author: z.string().nullable(),
      createdAt: z.date(),
    }),
  },
  /** Word by word, per section. `title` and `productSentence` come as sections of their own when they differ. */
  difference: {
    input: z.strictObject({ ...oneDecision, from: version, to: version }),
    output: z.object({ from: z.number(), to: z.number(), sections: z.array(sectionDifference) }),
  },
  /** The revision and status that held at the end of a day; null before the record was there. */
  asOf: {
    input: z.strictObject({ ...oneDecision, day }),
    output: z.object({ revision: z.number(), status, number: z.number().nullable() }).nullable(),
  },
  /** Saves an earlier revision's text as a new revision. */
  restore: {
    input: z.strictObject({ ...oneDecision, number: version, version, note: optionalLine(300).optional() }),
    output: decisionRecord,
  },
};

import { z } from 'zod';
import { dueReasons } from '@/server/domain/decision/due';
import { id, workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };

const debtRef = z.object({ key: z.string(), title: z.string() });
const decisionRef = z.object({ id, register: z.string(), number: z.number().nullable(), title: z.string() });

/**
 * One thing that waits for the caller: a debt, or several of a kind together. `debts` names at most five of the `count`.
 * `on` is the day the first of them is about, `YYYY-MM-DD`: scored, accepted until, revisit.
 */
export const need = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['floor', 'acceptanceEnds', 'revisitDue', 'staleScores']),
    debts: z.array(debtRef).min(1),
    count: z.number(),
    on: z.string().nullable(),
  }),
  z.object({ kind: z.literal('unscored'), count: z.number() }),
  /** Proposals that wait for the caller's verdict; `revision` where it is one. */
  z.object({
    kind: z.literal('reviewWaiting'),
    decisions: z.array(decisionRef).min(1),
    count: z.number(),
    revision: z.number().nullable(),
    since: z.date(),
  }),
  /** What the caller was named in and has not seen, by the page it is on; `excerpt` and `author` of the latest. */
  z.object({
    kind: z.literal('mention'),
    subject: z.object({ type: z.enum(['decision', 'debt']), title: z.string(), href: z.string() }),
    author: z.string().nullable(),
    excerpt: z.string(),
    count: z.number(),
    since: z.date(),
  }),
  /** Records of the caller's that ask to be looked at again; `reason` where it is one. */
  z.object({
    kind: z.literal('decisionDue'),
    decisions: z.array(decisionRef).min(1),
    count: z.number(),
    reason: z.enum(dueReasons).nullable(),
    overdueDays: z.number(),
  }),
]);
export type Need = z.infer<typeof need>;

/** A proposal in review: whom it waits for, and since when. `others` counts those who are not named. */
export const inReview = decisionRef.extend({
  registerName: z.string(),
  owner: z.object({ id, name: z.string() }).nullable(),
  approvals: z.number(),
  required: z.number(),
  waitsForMe: z.boolean(),
  waitsFor: z.string().nullable(),
  others: z.number(),
  since: z.date(),
});
export type InReview = z.infer<typeof inReview>;

/** One line of the week: how many debts and how many half-days of estimated work it moved. */
export const ledgerLine = z.object({
  kind: z.enum(['new', 'reopened', 'resolved', 'withdrawn', 'deleted']),
  count: z.number(),
  effortDays: z.number(),
  keys: z.array(z.string()),
});

export const homeOutput = z.object({
  /** When the figures were read, by the server's clock. */
  asOf: z.date(),
  /** The server's day in UTC, `YYYY-MM-DD`, from which ages are counted, and the day a week before it. */
  today: z.string(),
  since: z.string(),
  opening: z.object({ count: z.number(), effortDays: z.number() }),
  lines: z.array(ledgerLine),
  closing: z.object({ count: z.number(), effortDays: z.number() }),
  /** Memo, not part of the sum. The verdict follows severity alone. */
  rescored: z.array(
    z.object({
      key: z.string(),
      from: z.number(),
      to: z.number(),
      verdict: z.enum(['worse', 'better', 'neutral']),
    }),
  ),
  accepted: z.array(z.object({ key: z.string(), until: z.string() })),
  needs: z.array(need),
  /** The proposals that wait longest for somebody, the caller's first; `total` of all. */
  inReview: z.object({ data: z.array(inReview), total: z.number() }),
});
export type Home = z.infer<typeof homeOutput>;

export const homeContract = {
  get: { input: z.strictObject(inWorkspace), output: homeOutput },
  /** The figures of the sidebar. */
  counts: {
    input: z.strictObject(inWorkspace),
    output: z.object({ needs: z.number(), openDebts: z.number(), decisions: z.number(), services: z.number() }),
  },
};

import { z } from 'zod';
import { workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };

const debtRef = z.object({ key: z.string(), title: z.string() });

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
]);
export type Need = z.infer<typeof need>;

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
});
export type Home = z.infer<typeof homeOutput>;

export const homeContract = {
  get: { input: z.strictObject(inWorkspace), output: homeOutput },
  /** The figures of the sidebar. */
  counts: {
    input: z.strictObject(inWorkspace),
    output: z.object({ needs: z.number(), openDebts: z.number(), services: z.number() }),
  },
};

import { z } from 'zod';
import { workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };

const debtRef = z.object({ key: z.string(), title: z.string() });

/** One thing that waits for the caller. `on` is the day it is about, `YYYY-MM-DD`. */
export const need = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('floor'), debt: debtRef, on: z.string().nullable() }),
  z.object({ kind: z.literal('staleScores'), debts: z.array(debtRef), count: z.number(), on: z.string().nullable() }),
  z.object({ kind: z.literal('acceptanceEnds'), debt: debtRef, on: z.string() }),
  z.object({ kind: z.literal('revisitDue'), debt: debtRef, on: z.string() }),
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
  since: z.string(),
  opening: z.object({ count: z.number(), effortDays: z.number() }),
  lines: z.array(ledgerLine),
  closing: z.object({ count: z.number(), effortDays: z.number() }),
  rescored: z.array(z.object({ key: z.string(), from: z.number(), to: z.number() })),
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

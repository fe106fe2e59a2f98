import { z } from 'zod';
import { day } from '@/server/domain/field/day-field';
import { id, line, optionalLine, workspaceSlug } from '@/server/domain/field/text';
import { closures, debtStates } from '@/server/domain/scoring/state';
import { debtKey } from '@/server/modules/debt/contract';

const inWorkspace = { workspace: workspaceSlug };
export const mostAtOnce = 200;

const labels = z.array(line(60)).max(30, 'at most 30 labels');

/** What is done to every one of the debts. Absent leaves a field as it is, null empties it. */
export const bulkChange = z
  .strictObject({
    owner: z.string().min(1).max(320).nullable().optional(),
    team: z.string().min(1).max(60).nullable().optional(),
    state: z.enum(debtStates).optional(),
    closedAs: z.enum(closures).optional(),
    acceptedUntil: day.optional(),
    /** Why the state changes. */
    reason: optionalLine(1000).optional(),
    addLabels: labels.optional(),
    removeLabels: labels.optional(),
    delete: z.literal(true).optional(),
  })
  .refine((change) => Object.keys(change).some((name) => name !== 'reason'), 'say what to change');
export type BulkChange = z.output<typeof bulkChange>;

const input = z.strictObject({
  ...inWorkspace,
  keys: z
    .array(debtKey)
    .min(1, 'name at least one debt')
    .max(mostAtOnce, `at most ${mostAtOnce} debts at once`)
    .transform((keys) => [...new Set(keys)]),
  change: bulkChange,
});
export type BulkInput = z.output<typeof input>;

const named = z.object({ key: z.string(), title: z.string() });

/** What would come of it, or came of it. Nothing is changed while one debt is refused. */
export const bulkOutcome = z.object({
  changed: z.array(named),
  unchanged: z.array(named),
  refused: z.array(named.extend({ message: z.string() })),
  /** Set when the change was made; takes all of it back. */
  undoId: id.nullable(),
});
export type BulkOutcome = z.infer<typeof bulkOutcome>;

export const debtBulkContract = {
  preview: { input, output: bulkOutcome },
  change: { input, output: bulkOutcome },
  /** Takes a change of the caller's own back, except on debts that were changed since. */
  undo: {
    input: z.strictObject({ ...inWorkspace, undoId: id }),
    output: z.object({ restored: z.array(z.string()), changedSince: z.array(z.string()) }),
  },
};

import { z } from 'zod';
import type { DraftFields } from '@/server/domain/importing/draft-fields';
import { debtStates } from '@/server/domain/scoring/state';

/** A row of a file beside the debt it makes or leaves as it is. */
export const plannedRow = z.object({ row: z.number(), key: z.string().nullable(), title: z.string() });

export const plannedCreate = plannedRow.extend({ state: z.enum(debtStates) });

/** One debt that an import would change: what it says now and what the file says. */
export const plannedUpdate = plannedRow.extend({
  fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});

/** What taking an import back did: debts deleted, debts put back, and the keys of those changed since, which stay. */
export const takenBack = z.object({
  deleted: z.number(),
  restored: z.number(),
  keptBecauseChanged: z.array(z.string()),
});
export type TakenBack = z.infer<typeof takenBack>;

/**
 * What taking an update back needs of one debt: its fields as they were, the version that the update made (later edits
 * raise it, and are then kept), and what of the row's origin had been read otherwise; null for an origin that is new.
 */
export type Before = {
  number: number;
  version: number;
  fields: Partial<DraftFields>;
  source: { key: string; was: { read: Record<string, unknown>; contentHash: string } | null };
};

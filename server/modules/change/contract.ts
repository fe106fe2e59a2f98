import { z } from 'zod';
import { workspaceSlug } from '@/server/domain/field/text';

/** One committed change, small enough to send to everyone: what kind of record, and by whom. */
export const changeEvent = z.object({
  action: z.string(),
  subjectType: z.string(),
  subjectIds: z.array(z.string()),
  byMemberId: z.string().nullable(),
});
export type ChangeEvent = z.infer<typeof changeEvent>;

export const changeContract = {
  /** A stream of changes. `lastEventId` is sent by the client when it comes back, and nothing in between is missed. */
  stream: { input: z.strictObject({ workspace: workspaceSlug, lastEventId: z.uuid().nullish() }) },
};

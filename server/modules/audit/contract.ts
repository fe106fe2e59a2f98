import { z } from 'zod';
import { id, line, workspaceSlug } from '@/server/domain/field/text';

export const auditRecord = z.object({
  id,
  at: z.date(),
  /** `noun.verb`, such as `member.changeRole`. */
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  /** The name of the subject where it still has one. */
  subject: z.string().nullable(),
  actor: z.object({ id, name: z.string() }).nullable(),
  token: z.object({ id, name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});
export type AuditRecord = z.infer<typeof auditRecord>;

export const auditContract = {
  /** Newest first. `subjectType` and `actor` narrow the list. */
  list: {
    input: z.strictObject({
      workspace: workspaceSlug,
      subjectType: line(40).optional(),
      actor: id.optional(),
      cursor: z.string().max(2000).nullish(),
      limit: z.number().int().min(1).max(200).default(50),
      /** Sent along by tRPC's client for lists read page by page; there is one direction. */
      direction: z.literal('forward').optional(),
    }),
    output: z.object({ data: z.array(auditRecord), nextCursor: z.string().nullable(), total: z.number() }),
  },
};
export type ListAudit = Omit<z.output<typeof auditContract.list.input>, 'workspace'>;

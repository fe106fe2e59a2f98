import { z } from 'zod';
import { permission, role } from '@/server/access/permission-field';
import { day } from '@/server/domain/field/day-field';
import { id, line, workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };

/** What a token is asked to be. Without permissions it may do all that its role may; `expiresOn` is its last day, UTC. */
export const tokenFields = z.strictObject({
  name: line(80),
  role,
  permissions: z
    .array(permission)
    .max(50)
    .transform((list) => [...new Set(list)])
    .default([]),
  expiresOn: day.nullable().default(null),
});

export const tokenRecord = z.object({
  id,
  name: z.string(),
  /** The first characters of the secret, to tell tokens apart. */
  prefix: z.string(),
  role,
  permissions: z.array(z.string()),
  createdBy: z.string().nullable(),
  createdById: id.nullable(),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  expired: z.boolean(),
  lastUsedAt: z.date().nullable(),
  lastUsedFrom: z.string().nullable(),
  abilities: z.object({ revoke: z.boolean() }),
});
export type TokenRecord = z.infer<typeof tokenRecord>;

export const tokenContract = {
  /** Tokens that were not revoked, newest first, the expired ones among them. */
  list: { input: z.strictObject(inWorkspace), output: z.array(tokenRecord) },
  /** What the caller may put into a new token. */
  options: {
    input: z.strictObject(inWorkspace),
    output: z.object({ roles: z.array(z.object({ role, permissions: z.array(permission) })) }),
  },
  /** `secret` is given here and never again. */
  create: {
    input: tokenFields.extend(inWorkspace),
    output: tokenRecord.extend({ secret: z.string() }),
  },
  revoke: { input: z.strictObject({ ...inWorkspace, id }), output: z.object({ id, name: z.string() }) },
};
export type CreateToken = Omit<z.output<typeof tokenContract.create.input>, 'workspace'>;

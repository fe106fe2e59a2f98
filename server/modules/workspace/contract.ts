import { z } from 'zod';
import { role } from '@/server/access/permission-field';
import { id, line, slug, workspaceSlug } from '@/server/domain/field/text';
import { version } from '@/server/domain/field/version';

const inWorkspace = { workspace: workspaceSlug };
const floor = z.int('a whole number from 1 to 5').min(1, 'at least 1').max(5, 'at most 5');
const debtPrefix = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,9}$/, 'a letter, then letters and digits, at most 10, such as TD')
  .transform((prefix) => prefix.toUpperCase());

export const workspaceName = line(80);

/** One workspace as its settings show it. The severity floor is given as the factors from which it applies, 1 to 5. */
export const workspaceRecord = z.object({
  slug: z.string(),
  name: z.string(),
  debtPrefix: z.string(),
  floorImpact: z.number(),
  floorLikelihood: z.number(),
  createdAt: z.date(),
  version: z.number(),
  counts: z.object({ members: z.number(), teams: z.number(), debts: z.number() }),
  role,
  abilities: z.object({
    manage: z.boolean(),
    own: z.boolean(),
    manageMembers: z.boolean(),
    manageTokens: z.boolean(),
    readAudit: z.boolean(),
    writeDebts: z.boolean(),
    writeDecisions: z.boolean(),
  }),
});
export type WorkspaceRecord = z.infer<typeof workspaceRecord>;

export const workspaceContract = {
  /** The workspaces the signed-in person belongs to, by name. */
  mine: {
    input: z.void(),
    output: z.array(z.object({ slug: z.string(), name: z.string(), role, members: z.number() })),
  },
  create: {
    input: z.strictObject({ slug, name: workspaceName }),
    output: z.object({ slug: z.string(), name: z.string() }),
  },
  get: { input: z.strictObject(inWorkspace), output: workspaceRecord },
  update: {
    input: z.strictObject({
      ...inWorkspace,
      version,
      name: workspaceName.optional(),
      debtPrefix: debtPrefix.optional(),
      floorImpact: floor.optional(),
      floorLikelihood: floor.optional(),
    }),
    output: workspaceRecord,
  },
  /** Deletes everything in it for good; `confirmName` is the workspace's name, typed. */
  delete: {
    input: z.strictObject({ ...inWorkspace, confirmName: z.string().max(200) }),
    output: z.object({ slug: z.string() }),
  },
  /** Makes another member the owner; the one before becomes an admin. */
  transfer: { input: z.strictObject({ ...inWorkspace, memberId: id }), output: workspaceRecord },
};
export type CreateWorkspace = z.output<typeof workspaceContract.create.input>;
export type UpdateWorkspace = z.output<typeof workspaceContract.update.input>;

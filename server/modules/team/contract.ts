import { z } from 'zod';
import { id, line, slug, workspaceSlug } from '@/server/domain/field/text';
import { version } from '@/server/domain/field/version';

const inWorkspace = { workspace: workspaceSlug };
const oneTeam = { ...inWorkspace, key: slug };
const memberIds = z
  .array(id)
  .max(500, 'at most 500 people')
  .transform((list) => [...new Set(list)]);

export const teamName = line(80);

export const teamRecord = z.object({
  id,
  key: z.string(),
  name: z.string(),
  members: z.array(z.object({ id, name: z.string(), email: z.string() })),
  services: z.number(),
  /** Neither resolved nor withdrawn. */
  openDebts: z.number(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean() }),
});
export type TeamRecord = z.infer<typeof teamRecord>;

export const teamContract = {
  list: { input: z.strictObject(inWorkspace), output: z.array(teamRecord) },
  create: {
    input: z.strictObject({ ...oneTeam, name: teamName, members: memberIds.default([]) }),
    output: teamRecord,
  },
  update: {
    input: z.strictObject({
      ...oneTeam,
      version,
      name: teamName.optional(),
      newKey: slug.optional(),
      members: memberIds.optional(),
    }),
    output: teamRecord,
  },
  /** Leaves a tombstone: debts and services keep the team until they are given another; `restore` takes it back. */
  delete: { input: z.strictObject(oneTeam), output: z.object({ id, key: z.string(), name: z.string() }) },
  restore: { input: z.strictObject({ ...inWorkspace, id }), output: teamRecord },
};
export type CreateTeam = z.output<typeof teamContract.create.input>;
export type UpdateTeam = z.output<typeof teamContract.update.input>;

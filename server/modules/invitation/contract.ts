import { z } from 'zod';
import { role } from '@/server/access/permission-field';
import { email } from '@/server/domain/field/email';
import { id, line, workspaceSlug } from '@/server/domain/field/text';
import { newPassword, personName } from '@/server/modules/account/contract';

const inWorkspace = { workspace: workspaceSlug };
const oneInvitation = { ...inWorkspace, id };
const link = { ...inWorkspace, token: z.string().min(20).max(200) };

/** An invitation that was neither accepted nor revoked. `path` is its link, absent once it has expired. */
export const invitationRecord = z.object({
  id,
  email: z.string(),
  role,
  team: z.object({ key: z.string(), name: z.string() }).nullable(),
  invitedBy: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  expired: z.boolean(),
  path: z.string().nullable(),
  abilities: z.object({ assignableRoles: z.array(role), manage: z.boolean() }),
});
export type InvitationRecord = z.infer<typeof invitationRecord>;

export const invitationContract = {
  list: { input: z.strictObject(inWorkspace), output: z.array(invitationRecord) },
  create: {
    input: z.strictObject({ ...inWorkspace, email, role, team: line(60).nullish() }),
    output: invitationRecord,
  },
  changeRole: { input: z.strictObject({ ...oneInvitation, role }), output: invitationRecord },
  /** A new link with a new term; the one before stops working. */
  renew: { input: z.strictObject(oneInvitation), output: invitationRecord },
  revoke: { input: z.strictObject(oneInvitation), output: z.object({ id, email: z.string() }) },
  /** What a link leads to, for whoever holds it. */
  info: {
    input: z.strictObject(link),
    output: z.object({
      state: z.enum(['open', 'expired', 'used', 'unknown']),
      workspace: z.string(),
      slug: z.string(),
      email: z.string(),
      role: role.nullable(),
      invitedBy: z.string().nullable(),
      hasAccount: z.boolean(),
    }),
  },
  /** For the signed-in person with the invited address. */
  accept: { input: z.strictObject(link), output: z.object({ slug: z.string() }) },
  /** For someone without an account, who signs in with the password right after. */
  acceptAsNew: {
    input: z.strictObject({ ...link, name: personName, password: newPassword }),
    output: z.object({ slug: z.string(), email: z.string() }),
  },
};
export type CreateInvitation = z.output<typeof invitationContract.create.input>;

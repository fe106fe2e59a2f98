import { z } from 'zod';
import { email } from '@/server/domain/field/email';
import { id } from '@/server/domain/field/text';

export const sessionRecord = z.object({
  id,
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  userAgent: z.string(),
  address: z.string(),
  /** `password`, `link` or the id of a provider. */
  method: z.string(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SessionRecord = z.infer<typeof sessionRecord>;

export const sessionContract = {
  /** How one can sign in here, and whether anyone has been set up yet. */
  options: {
    input: z.void(),
    output: z.object({
      providers: z.array(z.object({ id: z.string(), name: z.string() })),
      magicLink: z.boolean(),
      passwordResetByMail: z.boolean(),
      setUp: z.boolean(),
    }),
  },
  list: { input: z.void(), output: z.array(sessionRecord) },
  revoke: { input: z.strictObject({ id }), output: z.object({ id }) },
  revokeOthers: { input: z.void(), output: z.object({ sessionsEnded: z.number() }) },
  /** Answers alike whether or not there is such a person. */
  requestLink: { input: z.strictObject({ email }), output: z.object({ sent: z.boolean() }) },
};

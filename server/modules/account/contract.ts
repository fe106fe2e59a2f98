import { z } from 'zod';
import { email } from '@/server/domain/field/email';
import { line } from '@/server/domain/field/text';

export const personName = line(80);

/** A password to be chosen. Its rules depend on the address and are checked by the service, which names the field. */
export const newPassword = z.string().min(1, 'must not be empty').max(1000, 'at most 200 characters');

const resetSecret = z.string().min(10).max(200);

export const accountContract = {
  me: {
    input: z.void(),
    output: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      hasPassword: z.boolean(),
      providers: z.array(z.string()),
    }),
  },
  rename: { input: z.strictObject({ name: personName }), output: z.object({ name: z.string() }) },
  /** Ends every other session of the person. `current` may be left out only by someone without a password. */
  changePassword: {
    input: z.strictObject({ current: z.string().max(1000).optional(), next: newPassword }),
    output: z.object({ sessionsEnded: z.number() }),
  },
  /** What is wrong with a password before it is sent for good, or null. */
  checkPassword: {
    input: z.strictObject({ password: newPassword, email: z.string().max(254).default('') }),
    output: z.object({ problem: z.string().nullable() }),
  },
  /** Answers alike whether or not there is such a person. */
  requestReset: { input: z.strictObject({ email }), output: z.object({ sent: z.boolean() }) },
  resetInfo: { input: z.strictObject({ token: resetSecret }), output: z.object({ email: z.string().nullable() }) },
  /** Uses the link up, sets the password and ends every session. */
  reset: {
    input: z.strictObject({ token: resetSecret, password: newPassword }),
    output: z.object({ email: z.string() }),
  },
};

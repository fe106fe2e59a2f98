import { z } from 'zod';
import { email } from '@/server/domain/field/email';
import { slug } from '@/server/domain/field/text';
import { newPassword, personName } from '@/server/modules/account/contract';
import { workspaceName } from '@/server/modules/workspace/contract';

const token = z.string().min(1).max(200);

export const setupContract = {
  /** Whether a link still sets this installation up. */
  info: {
    input: z.strictObject({ token }),
    output: z.object({ state: z.enum(['open', 'done', 'unknown']) }),
  },
  /** Makes the first person the owner of the first workspace. Works once; the person signs in right after. */
  complete: {
    input: z.strictObject({
      token,
      name: personName,
      email,
      password: newPassword,
      workspaceName,
      slug,
      demo: z.boolean(),
    }),
    output: z.object({ slug: z.string(), email: z.string() }),
  },
};
export type CompleteSetup = z.output<typeof setupContract.complete.input>;

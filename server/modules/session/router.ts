import { publicProcedure, router, signedInProcedure } from '@/server/trpc/init';
import { sessionContract as c } from './contract';
import * as service from './service';

export const sessionRouter = router({
  options: publicProcedure
    .input(c.options.input)
    .output(c.options.output)
    .query(() => service.signInOptions()),
  list: signedInProcedure
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx }) => service.listSessions(ctx.actor)),
  revoke: signedInProcedure
    .input(c.revoke.input)
    .output(c.revoke.output)
    .mutation(({ ctx, input }) => service.revokeSession(ctx.actor, input.id)),
  revokeOthers: signedInProcedure
    .input(c.revokeOthers.input)
    .output(c.revokeOthers.output)
    .mutation(({ ctx }) => service.revokeOtherSessions(ctx.actor)),
  requestLink: publicProcedure
    .input(c.requestLink.input)
    .output(c.requestLink.output)
    .mutation(({ ctx, input }) => service.requestLink(input.email, ctx.address)),
});

import { publicProcedure, router, signedInProcedure } from '@/server/trpc/init';
import { accountContract as c } from './contract';
import * as service from './service';

export const accountRouter = router({
  me: signedInProcedure
    .input(c.me.input)
    .output(c.me.output)
    .query(({ ctx }) => service.getAccount(ctx.actor.userId)),
  rename: signedInProcedure
    .input(c.rename.input)
    .output(c.rename.output)
    .mutation(({ ctx, input }) => service.renameAccount(ctx.actor.userId, input.name)),
  changePassword: signedInProcedure
    .input(c.changePassword.input)
    .output(c.changePassword.output)
    .mutation(({ ctx, input }) => service.changePassword(ctx.actor, input, ctx.address)),
  // A mutation though it writes nothing: a query would put the password into an address, and so into logs.
  checkPassword: publicProcedure
    .input(c.checkPassword.input)
    .output(c.checkPassword.output)
    .mutation(({ input }) => service.checkPassword(input)),
  requestReset: publicProcedure
    .input(c.requestReset.input)
    .output(c.requestReset.output)
    .mutation(({ ctx, input }) => service.requestReset(input.email, ctx.address)),
  resetInfo: publicProcedure
    .input(c.resetInfo.input)
    .output(c.resetInfo.output)
    .query(({ input }) => service.getReset(input.token)),
  reset: publicProcedure
    .input(c.reset.input)
    .output(c.reset.output)
    .mutation(({ input }) => service.resetPassword(input)),
});

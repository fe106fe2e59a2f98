import { router, workspaceProcedure } from '@/server/trpc/init';
import { tokenContract as c } from './contract';
import * as service from './service';

export const tokenRouter = router({
  list: workspaceProcedure('token:manage')
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx }) => service.listTokens(ctx.scope)),
  options: workspaceProcedure('token:manage')
    .input(c.options.input)
    .output(c.options.output)
    .query(({ ctx }) => service.tokenOptions(ctx.scope)),
  create: workspaceProcedure('token:manage')
    .input(c.create.input)
    .output(c.create.output)
    .mutation(({ ctx, input }) => service.createToken(ctx.scope, input)),
  revoke: workspaceProcedure('token:manage')
    .input(c.revoke.input)
    .output(c.revoke.output)
    .mutation(({ ctx, input }) => service.revokeToken(ctx.scope, input.id)),
});

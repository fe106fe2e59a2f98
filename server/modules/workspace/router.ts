import { router, signedInProcedure, workspaceProcedure } from '@/server/trpc/init';
import { workspaceContract as c } from './contract';
import * as service from './service';

export const workspaceRouter = router({
  mine: signedInProcedure
    .input(c.mine.input)
    .output(c.mine.output)
    .query(({ ctx }) => service.listMyWorkspaces(ctx.actor.userId)),
  create: signedInProcedure
    .input(c.create.input)
    .output(c.create.output)
    .mutation(({ ctx, input }) => service.createWorkspace(ctx.actor.userId, input, ctx.requestId)),
  get: workspaceProcedure('workspace:read')
    .input(c.get.input)
    .output(c.get.output)
    .query(({ ctx }) => service.getWorkspace(ctx.scope)),
  update: workspaceProcedure('workspace:manage')
    .input(c.update.input)
    .output(c.update.output)
    .mutation(({ ctx, input }) => service.updateWorkspace(ctx.scope, input)),
  delete: workspaceProcedure('workspace:own')
    .input(c.delete.input)
    .output(c.delete.output)
    .mutation(({ ctx, input }) => service.deleteWorkspace(ctx.scope, input.confirmName)),
  transfer: workspaceProcedure('workspace:own')
    .input(c.transfer.input)
    .output(c.transfer.output)
    .mutation(({ ctx, input }) => service.transferWorkspace(ctx.scope, input.memberId)),
});

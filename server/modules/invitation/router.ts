import { publicProcedure, router, signedInProcedure, workspaceProcedure } from '@/server/trpc/init';
import { invitationContract as c } from './contract';
import * as service from './service';

export const invitationRouter = router({
  list: workspaceProcedure('member:manage')
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx }) => service.listInvitations(ctx.scope)),
  create: workspaceProcedure('member:manage')
    .input(c.create.input)
    .output(c.create.output)
    .mutation(({ ctx, input }) => service.createInvitation(ctx.scope, input)),
  changeRole: workspaceProcedure('member:manage')
    .input(c.changeRole.input)
    .output(c.changeRole.output)
    .mutation(({ ctx, input }) => service.changeInvitedRole(ctx.scope, input.id, input.role)),
  renew: workspaceProcedure('member:manage')
    .input(c.renew.input)
    .output(c.renew.output)
    .mutation(({ ctx, input }) => service.renewInvitation(ctx.scope, input.id)),
  revoke: workspaceProcedure('member:manage')
    .input(c.revoke.input)
    .output(c.revoke.output)
    .mutation(({ ctx, input }) => service.revokeInvitation(ctx.scope, input.id)),
  info: publicProcedure
    .input(c.info.input)
    .output(c.info.output)
    .query(({ input }) => service.getInvitation(input.workspace, input.token)),
  accept: signedInProcedure
    .input(c.accept.input)
    .output(c.accept.output)
    .mutation(({ ctx, input }) => service.acceptInvitation(ctx.actor.userId, input, ctx.requestId)),
  acceptAsNew: publicProcedure
    .input(c.acceptAsNew.input)
    .output(c.acceptAsNew.output)
    .mutation(({ ctx, input }) => service.acceptAsNew(input, ctx.requestId)),
});

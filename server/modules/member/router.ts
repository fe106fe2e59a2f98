import { router, workspaceProcedure } from '@/server/trpc/init';
import { memberContract as c } from './contract';
import * as service from './service';

export const memberRouter = router({
  directory: workspaceProcedure('member:read')
    .input(c.directory.input)
    .output(c.directory.output)
    .query(({ ctx }) => service.listDirectory(ctx.scope)),
  list: workspaceProcedure('member:manage')
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx }) => service.listMembers(ctx.scope)),
  changeRole: workspaceProcedure('member:manage')
    .input(c.changeRole.input)
    .output(c.changeRole.output)
    .mutation(({ ctx, input }) => service.changeRole(ctx.scope, input)),
  setTeams: workspaceProcedure('member:manage')
    .input(c.setTeams.input)
    .output(c.setTeams.output)
    .mutation(({ ctx, input }) => service.setTeams(ctx.scope, input.id, input.teams)),
  remove: workspaceProcedure('member:manage')
    .input(c.remove.input)
    .output(c.remove.output)
    .mutation(({ ctx, input }) => service.removeMember(ctx.scope, input.id)),
  restore: workspaceProcedure('member:manage')
    .input(c.restore.input)
    .output(c.restore.output)
    .mutation(({ ctx, input }) => service.restoreMember(ctx.scope, input.id)),
  leave: workspaceProcedure('workspace:read')
    .input(c.leave.input)
    .output(c.leave.output)
    .mutation(({ ctx }) => service.leaveWorkspace(ctx.scope)),
  endSessions: workspaceProcedure('member:manage')
    .input(c.endSessions.input)
    .output(c.endSessions.output)
    .mutation(({ ctx, input }) => service.endMemberSessions(ctx.scope, input.id)),
  resetLink: workspaceProcedure('member:manage')
    .input(c.resetLink.input)
    .output(c.resetLink.output)
    .mutation(({ ctx, input }) => service.createResetLink(ctx.scope, input.id)),
});

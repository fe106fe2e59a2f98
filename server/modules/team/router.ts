import { router, workspaceProcedure } from '@/server/trpc/init';
import { teamContract as c } from './contract';
import * as service from './service';

export const teamRouter = router({
  list: workspaceProcedure('team:read')
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx }) => service.listTeams(ctx.scope)),
  create: workspaceProcedure('team:write')
    .input(c.create.input)
    .output(c.create.output)
    .mutation(({ ctx, input }) => service.createTeam(ctx.scope, input)),
  update: workspaceProcedure('team:write')
    .input(c.update.input)
    .output(c.update.output)
    .mutation(({ ctx, input }) => service.updateTeam(ctx.scope, input)),
  delete: workspaceProcedure('team:write')
    .input(c.delete.input)
    .output(c.delete.output)
    .mutation(({ ctx, input }) => service.deleteTeam(ctx.scope, input.key)),
  restore: workspaceProcedure('team:write')
    .input(c.restore.input)
    .output(c.restore.output)
    .mutation(({ ctx, input }) => service.restoreTeam(ctx.scope, input.id)),
});

import { router, workspaceProcedure } from '@/server/trpc/init';
import { savedViewContract as contract } from './contract';
import * as service from './service';

export const savedViewRouter = router({
  list: workspaceProcedure('debt:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx }) => service.listSavedViews(ctx.scope)),
  create: workspaceProcedure('view:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => service.createSavedView(ctx.scope, input)),
  update: workspaceProcedure('view:write')
    .input(contract.update.input)
    .output(contract.update.output)
    .mutation(({ ctx, input }) => service.updateSavedView(ctx.scope, input)),
  delete: workspaceProcedure('view:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => service.deleteSavedView(ctx.scope, input.id)),
  restore: workspaceProcedure('view:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => service.restoreSavedView(ctx.scope, input)),
});

import { router, workspaceProcedure } from '@/server/trpc/init';
import { serviceContract as contract } from './contract';
import {
  createService,
  deleteService,
  getService,
  listServices,
  restoreService,
  summarizeCatalogue,
  updateService,
} from './service';

export const serviceRouter = router({
  list: workspaceProcedure('service:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => listServices(ctx.scope, input)),
  summary: workspaceProcedure('service:read')
    .input(contract.summary.input)
    .output(contract.summary.output)
    .query(({ ctx }) => summarizeCatalogue(ctx.scope)),
  get: workspaceProcedure('service:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => getService(ctx.scope, input.key)),
  create: workspaceProcedure('service:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => createService(ctx.scope, input)),
  update: workspaceProcedure('service:write')
    .input(contract.update.input)
    .output(contract.update.output)
    .mutation(({ ctx, input }) => updateService(ctx.scope, input)),
  delete: workspaceProcedure('service:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => deleteService(ctx.scope, input)),
  restore: workspaceProcedure('service:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => restoreService(ctx.scope, input.key)),
});

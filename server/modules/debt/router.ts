import { router, workspaceProcedure } from '@/server/trpc/init';
import { debtContract as contract } from './contract';
import * as service from './service';

export const debtRouter = router({
  get: workspaceProcedure('debt:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => service.getDebt(ctx.scope, input.key)),
  create: workspaceProcedure('debt:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => service.createDebt(ctx.scope, input)),
  update: workspaceProcedure('debt:write')
    .input(contract.update.input)
    .output(contract.update.output)
    .mutation(({ ctx, input }) => service.updateDebt(ctx.scope, input)),
  delete: workspaceProcedure('debt:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => service.deleteDebt(ctx.scope, input)),
  restore: workspaceProcedure('debt:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => service.restoreDebt(ctx.scope, input)),
  scores: workspaceProcedure('debt:read')
    .input(contract.scores.input)
    .output(contract.scores.output)
    .query(({ ctx, input }) => service.listScores(ctx.scope, input.key)),
  activity: workspaceProcedure('debt:read')
    .input(contract.activity.input)
    .output(contract.activity.output)
    .query(({ ctx, input }) => service.listActivity(ctx.scope, input.key)),
  similar: workspaceProcedure('debt:read')
    .input(contract.similar.input)
    .output(contract.similar.output)
    .query(({ ctx, input }) => service.similarDebts(ctx.scope, input.title)),
});

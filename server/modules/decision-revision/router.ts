import { router, workspaceProcedure } from '@/server/trpc/init';
import { decisionRevisionContract as contract } from './contract';
import { differRevisions, getRevision, listRevisions, readAsOf, restoreRevision } from './service';

export const decisionRevisionRouter = router({
  list: workspaceProcedure('decision:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => listRevisions(ctx.scope, input.decision)),
  get: workspaceProcedure('decision:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => getRevision(ctx.scope, input)),
  difference: workspaceProcedure('decision:read')
    .input(contract.difference.input)
    .output(contract.difference.output)
    .query(({ ctx, input }) => differRevisions(ctx.scope, input)),
  asOf: workspaceProcedure('decision:read')
    .input(contract.asOf.input)
    .output(contract.asOf.output)
    .query(({ ctx, input }) => readAsOf(ctx.scope, input)),
  restore: workspaceProcedure('decision:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => restoreRevision(ctx.scope, input)),
});

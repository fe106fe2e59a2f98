import { router, workspaceProcedure } from '@/server/trpc/init';
import { backlogContract as contract } from './contract';
import * as service from './service';

export const backlogRouter = router({
  list: workspaceProcedure('debt:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => service.listBacklog(ctx.scope, input)),
  summary: workspaceProcedure('debt:read')
    .input(contract.summary.input)
    .output(contract.summary.output)
    .query(({ ctx, input }) => service.summarise(ctx.scope, input.filters)),
  position: workspaceProcedure('debt:read')
    .input(contract.position.input)
    .output(contract.position.output)
    .query(({ ctx, input }) => service.findPosition(ctx.scope, input)),
  rank: workspaceProcedure('debt:read')
    .input(contract.rank.input)
    .output(contract.rank.output)
    .query(({ ctx, input }) => service.findRank(ctx.scope, input.key)),
  labels: workspaceProcedure('debt:read')
    .input(contract.labels.input)
    .output(contract.labels.output)
    .query(({ ctx }) => service.listLabels(ctx.scope)),
});

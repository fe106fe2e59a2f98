import { router, workspaceProcedure } from '@/server/trpc/init';
import { homeContract as contract } from './contract';
import * as service from './service';

export const homeRouter = router({
  get: workspaceProcedure('debt:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx }) => service.readHome(ctx.scope)),
  counts: workspaceProcedure('debt:read')
    .input(contract.counts.input)
    .output(contract.counts.output)
    .query(({ ctx }) => service.readCounts(ctx.scope)),
});

import { router, workspaceProcedure } from '@/server/trpc/init';
import { debtBulkContract as contract } from './contract';
import * as service from './service';

export const debtBulkRouter = router({
  preview: workspaceProcedure('debt:write')
    .input(contract.preview.input)
    .output(contract.preview.output)
    .mutation(({ ctx, input }) => service.previewBulk(ctx.scope, input)),
  change: workspaceProcedure('debt:write')
    .input(contract.change.input)
    .output(contract.change.output)
    .mutation(({ ctx, input }) => service.applyBulk(ctx.scope, input)),
  undo: workspaceProcedure('debt:write')
    .input(contract.undo.input)
    .output(contract.undo.output)
    .mutation(({ ctx, input }) => service.undoBulk(ctx.scope, input.undoId)),
});

import { router, workspaceProcedure } from '@/server/trpc/init';
import { registerImportContract as contract } from './contract';
import * as service from './service';

export const registerImportRouter = router({
  upload: workspaceProcedure('decision:import')
    .input(contract.upload.input)
    .output(contract.upload.output)
    .mutation(({ ctx, input: { register, files, paths } }) =>
      service.uploadFiles(ctx.scope, { register, files, paths }),
    ),
  // Asked by POST: the folders of many answers are longer than an address may be.
  preview: workspaceProcedure('decision:import')
    .input(contract.preview.input)
    .output(contract.preview.output)
    .mutation(({ ctx, input: { id, dateOrders } }) => service.previewImport(ctx.scope, id, { dateOrders })),
  run: workspaceProcedure('decision:import')
    .input(contract.run.input)
    .output(contract.run.output)
    .mutation(({ ctx, input: { id, dateOrders } }) => service.startImport(ctx.scope, id, { dateOrders })),
  status: workspaceProcedure('decision:import')
    .input(contract.status.input)
    .output(contract.status.output)
    .query(({ ctx, input }) => service.importStatus(ctx.scope, input.id)),
  list: workspaceProcedure('decision:import')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => service.listImports(ctx.scope, input.register)),
});

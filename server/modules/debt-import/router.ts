import { router, workspaceProcedure } from '@/server/trpc/init';
import { debtImportContract as contract } from './contract';
import * as service from './service';

export const debtImportRouter = router({
  upload: workspaceProcedure('debt:import')
    .input(contract.upload.input)
    .output(contract.upload.output)
    .mutation(async ({ ctx, input }) =>
      service.uploadFile(ctx.scope, { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) }),
    ),
  // Both are asked by POST: a mapping of many columns is longer than an address may be.
  preview: workspaceProcedure('debt:import')
    .input(contract.preview.input)
    .output(contract.preview.output)
    .mutation(({ ctx, input: { id, format, mapping, timeZone } }) =>
      service.previewFile(ctx.scope, id, { format, mapping, timeZone }),
    ),
  findings: workspaceProcedure('debt:import')
    .input(contract.findings.input)
    .output(contract.findings.output)
    .mutation(({ ctx, input: { id, format, mapping, timeZone } }) =>
      service.listFindings(ctx.scope, id, { format, mapping, timeZone }),
    ),
  run: workspaceProcedure('debt:import')
    .input(contract.run.input)
    .output(contract.run.output)
    .mutation(({ ctx, input: { id, format, mapping, timeZone } }) =>
      service.startImport(ctx.scope, id, { format, mapping, timeZone }),
    ),
  status: workspaceProcedure('debt:import')
    .input(contract.status.input)
    .output(contract.status.output)
    .query(({ ctx, input }) => service.importStatus(ctx.scope, input.id)),
  list: workspaceProcedure('debt:import')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx }) => service.listImports(ctx.scope)),
  undo: workspaceProcedure('debt:import')
    .input(contract.undo.input)
    .output(contract.undo.output)
    .mutation(({ ctx, input }) => service.undoImport(ctx.scope, input.id)),
});

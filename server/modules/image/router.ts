import { router, workspaceProcedure } from '@/server/trpc/init';
import { imageContract as contract } from './contract';
import * as service from './service';

export const imageRouter = router({
  upload: workspaceProcedure('thread:write')
    .input(contract.upload.input)
    .output(contract.upload.output)
    .mutation(async ({ ctx, input }) =>
      service.uploadImage(ctx.scope, { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) }),
    ),
});

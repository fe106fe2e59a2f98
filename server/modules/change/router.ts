import { tracked } from '@trpc/server';
import { router, workspaceProcedure } from '@/server/trpc/init';
import { changeContract as contract } from './contract';
import { streamChanges } from './service';

export const changeRouter = router({
  stream: workspaceProcedure('workspace:read')
    .input(contract.stream.input)
    .subscription(async function* ({ ctx, input, signal }) {
      const abort = signal ?? new AbortController().signal;
      for await (const { id, changes } of streamChanges(ctx.scope, input.lastEventId ?? null, abort)) {
        yield tracked(id, changes);
      }
    }),
});

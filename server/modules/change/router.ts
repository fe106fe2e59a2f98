import { tracked } from '@trpc/server';
import { scopeForSession } from '@/server/access/scope';
import { AppError } from '@/server/platform/errors';
import { router, workspaceProcedure } from '@/server/trpc/init';
import { changeContract as contract } from './contract';
import { streamChanges } from './service';

async function isStillLetIn(asked: Parameters<typeof scopeForSession>[0]): Promise<boolean> {
  try {
    await scopeForSession(asked);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

export const changeRouter = router({
  stream: workspaceProcedure('workspace:read')
    .input(contract.stream.input)
    .subscription(async function* ({ ctx, input, signal }) {
      const abort = signal ?? new AbortController().signal;
      const asked = { userId: ctx.actor.userId, permission: 'workspace:read', requestId: ctx.requestId } as const;
      for await (const { id, changes } of streamChanges(ctx.scope, input.lastEventId ?? null, abort)) {
        // The gate was passed when the stream was opened, which can be minutes ago.
        if (!(await isStillLetIn({ ...asked, slug: ctx.scope.slug }))) return;
        yield tracked(id, changes);
      }
    }),
});

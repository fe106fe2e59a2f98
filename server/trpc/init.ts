import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';
import { currentActor } from '@/server/access/actor';
import type { Permission } from '@/server/access/permissions';
import { scopeForSession } from '@/server/access/scope';
import { workspaceSlug } from '@/server/domain/field/text';
import { AppError } from '@/server/platform/errors';
import { checkInputTree } from '@/server/platform/input-tree';
import type { Context } from './context';
import { formatError, toTrpcError } from './error-mapping';

const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: superjson,
    errorFormatter: formatError,
    // A stream ends after a while and is opened again, so that a member who was removed stops hearing.
    sse: {
      maxDurationMs: 5 * 60_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

// Every AppError becomes one TRPCError here, so that routers and services never know about tRPC's codes.
const mapped = t.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error, { path, requestId: ctx.requestId });
  return result;
});

/** For everyone, signed in or not. */
export const publicProcedure = t.procedure.use(mapped);

/** For a person with a live session, in no particular workspace. */
export const signedInProcedure = publicProcedure.use(async ({ ctx, next, getRawInput }) => {
  const actor = ctx.actor ?? (await currentActor(ctx.headers));
  if (!actor) throw new AppError('unauthenticated', { userMessage: 'Sign in to go on.' });
  checkInputTree(await getRawInput());
  return next({ ctx: { ...ctx, actor } });
});

// An upload is a form; the workspace is one of its fields.
const fieldsOf = (raw: unknown) => (raw instanceof FormData ? Object.fromEntries(raw) : raw);
const inWorkspace = z.preprocess(fieldsOf, z.object({ workspace: workspaceSlug }));

/** For a member of the workspace named in the input who has `permission` there. */
export function workspaceProcedure(permission: Permission) {
  return signedInProcedure
    .input(inWorkspace)
    .use(async ({ ctx, input, next }) => {
      const scope = await scopeForSession({
        slug: input.workspace,
        userId: ctx.actor.userId,
        permission,
        requestId: ctx.requestId,
      });
      return next({ ctx: { ...ctx, scope } });
    })
    .meta({ permission });
}

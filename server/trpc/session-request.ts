import { currentActor } from '@/server/access/actor';
import type { Permission } from '@/server/access/permissions';
import { scopeForSession, type WorkspaceScope } from '@/server/access/scope';
import { AppError } from '@/server/platform/errors';
import { log } from '@/server/platform/log';
import { requestIdOf } from './context';

const statuses: Partial<Record<AppError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  invalid: 422,
};

type Gate = {
  workspace: string;
  permission: Permission;
  /** What is said when it breaks on our side: "The export could not be made." */
  broken: string;
};

/**
 * Answers what a browser asks for by itself, a download or a picture, through the session's gate: refusals are plain text,
 * nothing is kept unless `serve` says so.
 */
export async function answerSession(
  request: Request,
  { workspace, permission, broken }: Gate,
  serve: (scope: WorkspaceScope) => Promise<Response>,
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const gated = async () => {
    const actor = await currentActor(request.headers);
    if (!actor) throw new AppError('unauthenticated', { userMessage: 'Sign in to go on.' });
    return serve(await scopeForSession({ slug: workspace, userId: actor.userId, permission, requestId }));
  };
  const response = await gated().catch((error: unknown) => {
    const known = error instanceof AppError ? error : null;
    const status = known ? (statuses[known.code] ?? 500) : 500;
    if (status === 500) log.error({ error, requestId }, broken);
    const text = known && status < 500 ? known.userMessage : broken;
    return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-request-id', requestId);
  return response;
}

import { currentActor } from '@/server/access/actor';
import { scopeForSession } from '@/server/access/scope';
import { exportLayouts } from '@/server/modules/register-export/contract';
import { exportRegister } from '@/server/modules/register-export/service';
import { AppError } from '@/server/platform/errors';
import { log } from '@/server/platform/log';
import { requestIdOf } from '@/server/trpc/context';

const statuses: Partial<Record<AppError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  invalid: 422,
};

async function download(request: Request, workspace: string, requestId: string): Promise<Response> {
  const actor = await currentActor(request.headers);
  if (!actor) throw new AppError('unauthenticated', { userMessage: 'Sign in to go on.' });
  const gate = { slug: workspace, userId: actor.userId, permission: 'decision:export', requestId } as const;
  const scope = await scopeForSession(gate);
  const params = new URL(request.url).searchParams;
  const asked = params.get('layout') ?? 'original';
  const layout = exportLayouts.find((one) => one === asked);
  if (!layout) throw new AppError('invalid', { userMessage: `layout: one of ${exportLayouts.join(', ')}` });
  const { fileName, body } = await exportRegister(scope, params.get('register') ?? '', layout);
  return new Response(body, {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${fileName}"` },
  });
}

/** A register as an archive. A download is a plain request, so it has the session's gate of its own. */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { workspace } = await params;
  const response = await download(request, workspace, requestId).catch((error: unknown) => {
    const known = error instanceof AppError ? error : null;
    const status = known ? (statuses[known.code] ?? 500) : 500;
    if (status === 500) log.error({ error, requestId }, 'export of decisions failed');
    const text = known && status < 500 ? known.userMessage : 'The export could not be made.';
    return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-request-id', requestId);
  return response;
}

import { readView } from '@/components/backlog/view-query';
import { currentActor } from '@/server/access/actor';
import { scopeForSession } from '@/server/access/scope';
import { exportFormats } from '@/server/modules/backlog/contract';
import { exportBacklog } from '@/server/modules/backlog-export/service';
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
  const scope = await scopeForSession({ slug: workspace, userId: actor.userId, permission: 'debt:export', requestId });
  const params = new URL(request.url).searchParams;
  const format = exportFormats.find((one) => one === params.get('format'));
  if (!format) throw new AppError('invalid', { userMessage: `format: one of ${exportFormats.join(', ')}` });
  const { filters, sort } = readView(params);
  const file = await exportBacklog(scope, { filters, sort, format });
  return new Response(file.body, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}

/** The view as a file. A download is a plain request, so it has the session's gate of its own. */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { workspace } = await params;
  const response = await download(request, workspace, requestId).catch((error: unknown) => {
    const known = error instanceof AppError ? error : null;
    const status = known ? (statuses[known.code] ?? 500) : 500;
    if (status === 500) log.error({ error, requestId }, 'export failed');
    const text = known && status < 500 ? known.userMessage : 'The export could not be made.';
    return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-request-id', requestId);
  return response;
}

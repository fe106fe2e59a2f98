import { currentActor } from '@/server/access/actor';
import { scopeForSession } from '@/server/access/scope';
import { readImage } from '@/server/modules/image/service';
import { AppError } from '@/server/platform/errors';
import { log } from '@/server/platform/log';
import { requestIdOf } from '@/server/trpc/context';

const statuses: Partial<Record<AppError['code'], number>> = { unauthenticated: 401, forbidden: 403, notFound: 404 };

type Address = { workspace: string; id: string };

async function serve(request: Request, { workspace, id }: Address, requestId: string): Promise<Response> {
  const actor = await currentActor(request.headers);
  if (!actor) throw new AppError('unauthenticated', { userMessage: 'Sign in to see this picture.' });
  const { userId } = actor;
  const scope = await scopeForSession({ slug: workspace, userId, permission: 'workspace:read', requestId });
  const { mediaType, etag, content } = await readImage(scope, id, request.headers.get('if-none-match'));
  const headers = {
    etag,
    // An id means one content for ever; only this browser may keep it, because others have to ask who they are.
    'cache-control': 'private, max-age=31536000, immutable',
    'content-type': mediaType,
    'content-disposition': 'inline',
  };
  return new Response(content, { status: content ? 200 : 304, headers });
}

/** A picture that is kept in the workspace. A browser asks for it by itself, so it has the session's gate of its own. */
export async function GET(request: Request, { params }: { params: Promise<Address> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const response = await serve(request, await params, requestId).catch((error: unknown) => {
    const known = error instanceof AppError ? error : null;
    const status = known ? (statuses[known.code] ?? 500) : 500;
    if (status === 500) log.error({ error, requestId }, 'picture failed');
    const text = known && status < 500 ? known.userMessage : 'The picture could not be read.';
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(`${text}\n`, { status, headers });
  });
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('content-security-policy', "sandbox; default-src 'none'");
  response.headers.set('x-request-id', requestId);
  return response;
}

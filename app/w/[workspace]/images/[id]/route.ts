import { readImage } from '@/server/modules/image/service';
import { answerSession } from '@/server/trpc/session-request';

type Address = { workspace: string; id: string };

/** A picture that is kept in the workspace. */
export async function GET(request: Request, { params }: { params: Promise<Address> }): Promise<Response> {
  const { workspace, id } = await params;
  const gate = { workspace, permission: 'workspace:read', broken: 'The picture could not be read.' } as const;
  const response = await answerSession(request, gate, async (scope) => {
    const { mediaType, etag, content } = await readImage(scope, id, request.headers.get('if-none-match'));
    const headers = {
      etag,
      // An id means one content for ever; only this browser may keep it, because others have to ask who they are.
      'cache-control': 'private, max-age=31536000, immutable',
      'content-type': mediaType,
      'content-disposition': 'inline',
    };
    return new Response(content, { status: content ? 200 : 304, headers });
  });
  response.headers.set('content-security-policy', "sandbox; default-src 'none'");
  return response;
}

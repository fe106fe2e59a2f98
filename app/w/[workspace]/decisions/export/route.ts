import { exportLayouts } from '@/server/modules/register-export/contract';
import { exportRegister } from '@/server/modules/register-export/service';
import { AppError } from '@/server/platform/errors';
import { answerSession } from '@/server/trpc/session-request';

/** A register as an archive. */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const { workspace } = await params;
  const gate = { workspace, permission: 'decision:export', broken: 'The export could not be made.' } as const;
  return answerSession(request, gate, async (scope) => {
    const query = new URL(request.url).searchParams;
    const asked = query.get('layout') ?? 'original';
    const layout = exportLayouts.find((one) => one === asked);
    if (!layout) throw new AppError('invalid', { userMessage: `layout: one of ${exportLayouts.join(', ')}` });
    const { fileName, body } = await exportRegister(scope, query.get('register') ?? '', layout);
    return new Response(body, {
      headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${fileName}"` },
    });
  });
}

import { readView } from '@/components/backlog/view-query';
import { exportFormats } from '@/server/modules/backlog/contract';
import { exportBacklog } from '@/server/modules/backlog-export/service';
import { AppError } from '@/server/platform/errors';
import { answerSession } from '@/server/trpc/session-request';

/** The view as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const { workspace } = await params;
  const gate = { workspace, permission: 'debt:export', broken: 'The export could not be made.' } as const;
  return answerSession(request, gate, async (scope) => {
    const query = new URL(request.url).searchParams;
    const format = exportFormats.find((one) => one === query.get('format'));
    if (!format) throw new AppError('invalid', { userMessage: `format: one of ${exportFormats.join(', ')}` });
    const { filters, sort } = readView(query);
    const { fileName, mediaType, body } = await exportBacklog(scope, { filters, sort, format });
    return new Response(body, {
      headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` },
    });
  });
}

import { readiness } from '@/server/platform/readiness';

export const dynamic = 'force-dynamic';

/** 200 while requests can be served; 503 with the reason when they cannot, and from SIGTERM on. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  return Response.json(found, {
    status: found.status === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store', ...(found.status === 'ready' ? {} : { 'retry-after': '5' }) },
  });
}

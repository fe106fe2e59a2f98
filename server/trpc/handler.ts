import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { addressOf } from '@/server/platform/address';
import { requestIdOf } from './context';
import { appRouter } from './root';

const endpoint = '/api/trpc';

/** Answers every tRPC request over HTTP. The caller is proven by the procedures, not here. */
export async function handleTrpc(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const response = await fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    createContext: () => ({ requestId, headers: request.headers, address: addressOf(request.headers), actor: null }),
  });
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  return response;
}

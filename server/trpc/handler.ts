import { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import { addressOf } from '@/server/platform/address';
import { AppError } from '@/server/platform/errors';
import { requestIdOf } from './context';
import { appRouter } from './root';

const endpoint = '/api/trpc';
const formOverheadBytes = 65_536;
const jsonLimitBytes = 4 * 1_048_576;

/** Refuses what is too large before any of it is read; a stream that does not say its length could be anything. */
function checkLength(request: Request): void {
  if (request.method !== 'POST') return;
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  const limit = isForm ? IMPORT_LIMIT.bytes + formOverheadBytes : jsonLimitBytes;
  const isStream = request.headers.has('transfer-encoding');
  if (!isStream && Number(request.headers.get('content-length') ?? 0) <= limit) return;
  const userMessage = isStream
    ? 'Send the length of the body in Content-Length.'
    : `This is larger than ${limit >> 20} MB, which is the most that is taken at once.`;
  const cause = new AppError('tooLarge', { userMessage });
  throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: userMessage, cause });
}

// The cookie is SameSite=Lax, which another host of the same domain passes; browsers say where a request comes from.
function checkSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (request.method !== 'POST' || site === null || site === 'same-origin' || site === 'none') return;
  const userMessage = 'Another site cannot change anything here.';
  throw new TRPCError({ code: 'FORBIDDEN', message: userMessage, cause: new AppError('forbidden', { userMessage }) });
}

/** The longest wait that any call of a batch asks for. */
function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.map(({ cause }) => (cause instanceof AppError ? (cause.retryAfterSeconds ?? 0) : 0));
  const longest = Math.max(0, ...waits);
  return longest > 0 ? { 'retry-after': String(longest) } : {};
}

/** Answers every tRPC request over HTTP. The caller is proven by the procedures, not here. */
export async function handleTrpc(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const response = await fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
    createContext: () => {
      checkSite(request);
      checkLength(request);
      return { requestId, headers: request.headers, address: addressOf(request.headers), actor: null };
    },
  });
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  return response;
}

import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { newId } from './ids';

export type Refusal = { status: number; slug: string; title: string; detail: string; allow?: string };

// Methods that the Fetch standard's Request cannot carry, so that no handler could ever see them.
const unspeakable = ['TRACE', 'TRACK', 'CONNECT'];

/** Why a request cannot be handed to any handler, or null: Next answers 500 to both kinds. */
export function unreadable(method: string, url: string): Refusal | null {
  if (unspeakable.includes(method.toUpperCase())) {
    const detail = `${method.toUpperCase()} is possible nowhere here.`;
    const allow = 'GET, HEAD, POST, PATCH, DELETE, OPTIONS';
    return { status: 405, slug: 'method-not-allowed', title: 'The address has no such method', detail, allow };
  }
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return null;
  } catch {
    const detail = 'The address has a % that does not begin an encoded character of UTF-8.';
    return { status: 404, slug: 'not-found', title: 'There is nothing here', detail };
  }
}

function answer(response: ServerResponse, refusal: Refusal): void {
  const { status, slug, title, detail, allow } = refusal;
  const requestId = newId();
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    connection: 'close',
    ...(allow ? { allow } : {}),
  });
  response.end(JSON.stringify({ type: `/docs/api#error-${slug}`, title, status, detail, requestId }));
}

/** Answers what Next cannot read before it tries to. */
export function refuseUnreadableRequests(): void {
  refuseRequests(unreadable);
}

/** Answers the requests that `judge` finds something against, by method and address, before anybody else hears of them. */
export function refuseRequests(judge: (method: string, url: string) => Refusal | null): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function refuseOrEmit(this: Server, event: string, ...rest: unknown[]) {
    if (event === 'request') {
      const [request, response] = rest as [IncomingMessage, ServerResponse];
      const refusal = judge(request.method ?? '', request.url ?? '');
      if (refusal) {
        answer(response, refusal);
        return true;
      }
    }
    return Reflect.apply(emit, this, [event, ...rest]);
  };
}

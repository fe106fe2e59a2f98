import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const lookMs = 25;
const open = new Set<ServerResponse>();

// A stream of changes never ends by itself, and whoever listens asks again.
function asksForStream(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/event-stream') ?? false;
}

/** Remembers which requests are being answered. */
export function watchRequests(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function watchAndEmit(this: Server, event: string, ...rest: unknown[]) {
    if (event === 'request') {
      const [request, response] = rest as [IncomingMessage, ServerResponse];
      if (!asksForStream(request)) {
        open.add(response);
        response.once('close', () => open.delete(response));
      }
    }
    return Reflect.apply(emit, this, [event, ...rest]);
  };
}

/** Resolves once nobody waits for an answer. */
export async function requestsAnswered(): Promise<void> {
  while (open.size > 0) await delay(lookMs);
}

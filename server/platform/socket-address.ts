import { type IncomingMessage, Server } from 'node:http';

const header = 'x-paydown-socket-address';

/**
 * Writes the address of the other end of the connection into a header of its own, over whatever the caller sent there:
 * Next hands handlers no socket, and believes any x-forwarded-for.
 */
export function recordSocketAddresses(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function recordAndEmit(this: Server, event: string, ...rest: unknown[]) {
    if (event === 'request') {
      const [request] = rest as [IncomingMessage];
      request.headers[header] = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    }
    return Reflect.apply(emit, this, [event, ...rest]);
  };
}

import { type NetConnectOpts, Socket } from 'node:net';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '']);

function destination(target: unknown): { host: string; port: unknown } {
  // Socket.connect takes (options), (port, host) or, from inside Node, one array of normalised arguments.
  const first: unknown = Array.isArray(target) ? target[0] : target;
  const found: Partial<Extract<NetConnectOpts, { host?: string | undefined }>> = Object(first);
  return { host: String(found.host ?? ''), port: Reflect.get(Object(first), 'port') };
}

/** Makes every connection an error, except (when allowed) those that stay on this machine. */
export function forbidNetwork({ allowLoopback }: { allowLoopback: boolean }): void {
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
    const { host, port } = destination(args[0]);
    if (!allowLoopback || !LOOPBACK.has(host)) {
      throw new Error(`A test tried to reach ${host || 'this machine'}:${port}: nothing may leave a test.`);
    }
    return Reflect.apply(connect, this, args);
  };
}

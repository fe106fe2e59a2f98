import { createServer } from 'node:net';
import { errorCode, Failure } from './failure.ts';

function tryListen(port: number, host: string): Promise<unknown> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Proves that the server will be able to listen, before any slow work is done for it.
 * @returns the address to listen on: every interface, by IPv6 and IPv4 where the machine has both
 */
export async function checkPort(port: number): Promise<string> {
  for (const host of ['::', '0.0.0.0']) {
    const error = await tryListen(port, host);
    if (error === undefined) return host;
    switch (errorCode(error)) {
      case 'EADDRINUSE':
        throw new Failure(
          `Port ${port} is taken by another program: stop that one, or start with another port, as in PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
        );
      case 'EACCES':
        throw new Failure(
          `Port ${port} may not be used by this user: choose one above 1023, as in PORT=3000 npm start.`,
        );
    }
  }
  throw new Failure(`Port ${port} cannot be listened on: start with another one, as in PORT=3000 npm start.`);
}

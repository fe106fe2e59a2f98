import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkPort } from './port';

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

test('a port that another program listens on, on whichever address, is refused with the way out', async () => {
  const taken = await new Promise<number>((resolve) => {
    server = createServer().listen(0, '127.0.0.1', () => {
      const address = server?.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });
  await expect(checkPort(taken)).rejects.toThrow(`Port ${taken} is taken by another program`);
  await expect(checkPort(taken)).rejects.toThrow(`PORT=${taken + 1} npm start`);
});

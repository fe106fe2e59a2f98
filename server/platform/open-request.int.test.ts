import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { requestsAnswered, watchRequests } from './open-request';

test('waits for the answers that are being written, and not for streams, which never end', async () => {
  watchRequests();
  const slow: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/stream') {
      slow.push(response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const base = `http://127.0.0.1:${address.port}`;
  const stream = await fetch(`${base}/stream`, { headers: { accept: 'text/event-stream' } });
  await requestsAnswered();

  const answer = fetch(`${base}/slow`);
  await expect.poll(() => slow.length).toBe(1);
  const order: string[] = [];
  const answered = requestsAnswered().then(() => order.push('all answered'));
  order.push('the last word');
  slow[0]?.end('done');
  await answered;
  expect(order).toEqual(['the last word', 'all answered']);
  expect(await (await answer).text()).toBe('done');
  await stream.body?.cancel();
  server.closeAllConnections();
  server.close();
});

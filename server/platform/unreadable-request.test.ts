import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { refuseUnreadableRequests, unreadable } from './unreadable-request';

test.each(['/w/acme/%zz', '/api/v1/workspaces/%', '/%ff', '/%e0%a4%a'])(
  'the address %s is refused as one that is not there',
  (url) => {
    expect(unreadable('GET', url)?.status).toBe(404);
  },
);

test.each(['/', '/w/acme/services?q=%zz', '/w/%C3%BC', '/%00', '/%2e%2e/'])(
  'the address %s is left to its handler',
  (url) => {
    expect(unreadable('GET', url)).toBeNull();
  },
);

test('methods that no handler can be given are refused with those that one can', () => {
  expect(unreadable('TRACE', '/')).toMatchObject({ status: 405, allow: expect.stringContaining('GET') });
  expect(unreadable('OPTIONS', '/')).toBeNull();
});

test('the refusal is a problem, and nobody else hears of the request', () => {
  refuseUnreadableRequests();
  const server = createServer(() => {
    throw new Error('was handed on');
  });
  const written: unknown[] = [];
  const response = {
    writeHead: (...head: unknown[]) => written.push(head),
    end: (body: unknown) => written.push(body),
  };
  expect(server.emit('request', { method: 'GET', url: '/%zz' }, response)).toBe(true);
  expect(JSON.parse(String(written[1]))).toMatchObject({ type: '/docs/api#error-not-found', status: 404 });
  expect(() => server.emit('request', { method: 'GET', url: '/' }, response)).toThrow('was handed on');
});

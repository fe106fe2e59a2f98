import { expect } from 'vitest';
import { z } from 'zod';
import { buildRestApp } from '@/server/rest/app';
import type { Limits } from '@/server/rest/gate';

const problem = z.strictObject({
  type: z.string().startsWith('/docs/api#error-'),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  requestId: z.string().min(1),
  errors: z.array(z.strictObject({ path: z.string().min(1), message: z.string().min(1) })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;

export type SendOptions = {
  headers?: Record<string, string>;
  /** Sent as JSON unless it is bytes or text. */
  body?: unknown;
  token?: string | null;
};

const generous: Limits = { requestsPerMinute: 1_000_000, refusalsPerMinute: 1_000_000 };

function bodyOf(options: SendOptions): { body?: BodyInit; type?: string } {
  const { body } = options;
  if (body === undefined) return {};
  if (typeof body === 'string') return { body, type: 'application/json' };
  if (body instanceof Uint8Array) return { body: new Uint8Array(body), type: 'application/octet-stream' };
  if (body instanceof FormData || body instanceof ReadableStream) return { body };
  return { body: JSON.stringify(body), type: 'application/json' };
}

/** Speaks to the REST app of this process as a client would, on paths from `/workspaces/…` on. */
export function restClient(token: string, limits: Limits = generous) {
  const app = buildRestApp(limits);
  const send = (method: string, path: string, options: SendOptions = {}): Promise<Response> => {
    const { body, type } = bodyOf(options);
    const bearer = options.token === undefined ? token : options.token;
    const headers = new Headers({
      ...(type ? { 'content-type': type } : {}),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    });
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    const init: RequestInit & { duplex: 'half' } = { method, headers, duplex: 'half' };
    if (body !== undefined) init.body = body;
    return Promise.resolve(app.fetch(new Request(`http://localhost/api/v1${path}`, init)));
  };
  return {
    send,
    get: (path: string, options?: SendOptions) => send('GET', path, options),
    post: (path: string, body?: unknown, options?: SendOptions) => send('POST', path, { ...options, body }),
    patch: (path: string, body: unknown, options?: SendOptions) => send('PATCH', path, { ...options, body }),
    delete: (path: string, options?: SendOptions) => send('DELETE', path, options),
  };
}
export type RestClient = ReturnType<typeof restClient>;

/** The problem of an answer, after checking that it is a well-formed one with this status. */
export async function problemIn(response: Response, status: number): Promise<Problem> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const parsed = problem.parse(JSON.parse(text));
  expect(parsed.status).toBe(status);
  expect(response.headers.get('x-request-id')).toBe(parsed.requestId);
  return parsed;
}

/** The JSON of a good answer. */
export async function jsonIn(response: Response, status = 200): Promise<unknown> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  return JSON.parse(text);
}

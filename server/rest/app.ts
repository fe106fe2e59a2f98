import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { WorkspaceScope } from '@/server/access/scope';
import { newId } from '@/server/platform/ids';
import { checkMediaType, readBody } from './body';
import { openApiDocument } from './document';
import { defaultLimits, type Limits, passGate } from './gate';
import { idempotencyKeyOf, once, requestHashOf } from './idempotency';
import type { Operation, RawCall } from './operation';
import { operations } from './operations';
import { problemOf, renderProblem } from './problem';
import type { Rendered, RenderedFile } from './reply';

type Variables = { requestId: string; limitHeaders: Record<string, string> };
type Env = { Variables: Variables };

const base = '/api/v1';
const requestIdShape = /^[A-Za-z0-9_-]{8,64}$/;

function toResponse(c: Context<Env>, rendered: Rendered | RenderedFile): Response {
  const headers = new Headers({
    'x-request-id': c.get('requestId'),
    'x-content-type-options': 'nosniff',
    ...c.get('limitHeaders'),
    ...rendered.headers,
  });
  return new Response(rendered.body, { status: rendered.status, headers });
}

async function bytesOf(operation: Operation, request: Request): Promise<RawCall['bytes']> {
  if (!operation.body) return new Uint8Array();
  const bytes = await readBody(request, operation.body.limitBytes);
  if (bytes.byteLength > 0 || operation.body.required) checkMediaType(request.headers, operation.body.mediaTypes);
  return bytes;
}

/** The answer of an operation or the problem it met, as text that an Idempotency-Key can keep. */
async function answerText(operation: Operation, call: RawCall): Promise<Rendered> {
  try {
    const rendered = await operation.handle(call);
    if (rendered.body !== null && typeof rendered.body !== 'string')
      throw new Error(`${operation.operationId} answers a POST with a file`);
    return { ...rendered, body: rendered.body };
  } catch (error) {
    return problemOf(error, { requestId: call.scope.requestId, path: operation.path });
  }
}

function secretGone(scope: WorkspaceScope): Rendered {
  const detail =
    'The first request with this Idempotency-Key was answered with a secret that is shown once. Revoke what it made, and make another with a new key.';
  return renderProblem('conflict', { requestId: scope.requestId, detail });
}

async function answer(operation: Operation, c: Context<Env>, scope: WorkspaceScope): Promise<Rendered | RenderedFile> {
  const { headers } = c.req.raw;
  const url = new URL(c.req.url);
  const key = operation.method === 'post' ? idempotencyKeyOf(headers) : null;
  const bytes = await bytesOf(operation, c.req.raw);
  const call = { scope, params: c.req.param(), url, headers, bytes };
  if (key === null) return operation.handle(call);
  const contentType = headers.get('content-type') ?? '';
  const requestHash = requestHashOf({ method: operation.method, url, contentType, bytes });
  return once(
    scope,
    key,
    requestHash,
    () => answerText(operation, call),
    operation.answersSecret ? secretGone(scope) : null,
  );
}

function mount(app: OpenAPIHono<Env>, operation: Operation, limits: Limits): void {
  app.on(operation.method.toUpperCase(), base + operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    const requestId = c.get('requestId');
    const asked = {
      headers: c.req.raw.headers,
      slug: c.req.param('workspace') ?? '',
      permission: operation.permission,
      requestId,
    };
    const scope = await passGate(asked, limits, (headers) => c.set('limitHeaders', headers));
    return toResponse(c, await answer(operation, c, scope));
  });
}

/** The methods that exist at a path, in the order of the Allow header; empty when nothing is there. */
function methodsAt(path: string): string[] {
  const parts = path.slice(base.length).split('/');
  const here = operations.filter((one) => {
    const wanted = one.path.split('/');
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith('{') || part === parts[at]);
  });
  const methods = here.map((one) => one.method.toUpperCase());
  if (path === `${base}/openapi.json`) methods.push('GET');
  return methods.includes('GET') ? [...new Set([...methods, 'HEAD'])] : [...new Set(methods)];
}

function nothingHere(c: Context<Env>): Response {
  const { method, path } = c.req;
  const requestId = c.get('requestId');
  const allowed = methodsAt(path).join(', ');
  if (allowed === '') {
    const detail = `${path.slice(0, 200)} is not an address of this API. GET ${base}/openapi.json lists them all.`;
    return toResponse(c, renderProblem('notFound', { requestId, detail }));
  }
  if (method === 'OPTIONS') return toResponse(c, { status: 204, headers: { allow: allowed }, body: null });
  const detail = `${method} is not possible here; ${allowed} is.`;
  return toResponse(c, renderProblem('methodNotAllowed', { requestId, detail, headers: { allow: allowed } }));
}

/**
 * The public API, version 1: every operation behind the token gate, and its own description in the open.
 * `limits` are for tests.
 */
export function buildRestApp(limits: Limits = defaultLimits): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>();
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    c.set('requestId', given && requestIdShape.test(given) ? given : newId());
    c.set('limitHeaders', {});
    await next();
  });
  app.get(`${base}/openapi.json`, (c) => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };
    return toResponse(c, { status: 200, headers, body: JSON.stringify(openApiDocument()) });
  });
  for (const operation of operations) mount(app, operation, limits);
  app.notFound(nothingHere);
  app.onError((error, c) =>
    toResponse(c, problemOf(error, { requestId: c.get('requestId') ?? newId(), path: c.req.path })),
  );
  return app;
}

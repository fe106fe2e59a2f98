import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Operation } from './operation';
import { operations } from './operations';
import { type ProblemCode, problems, problemType } from './problem';

type Responses = RouteConfig['responses'];
type Headers = Record<string, { description: string; schema: { type: 'string' | 'integer' } }>;

const problem = z
  .object({
    type: z.string().meta({ description: 'The address of the documentation of this kind of problem.' }),
    title: z.string().meta({ description: 'The kind of problem in a few words; the same for all of its kind.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What was wrong this time, what was sent, and what would be right.' }),
    requestId: z.string().meta({ description: 'The X-Request-Id of the answer.' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Each field, parameter or header that cannot be used.' }),
    details: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Facts for programs, such as `currentVersion`.' }),
  })
  .meta({ id: 'Problem' });

const requestIdHeader: Headers = {
  'X-Request-Id': {
    description: 'Your own id when it is 8 to 64 letters, digits, - or _, otherwise a new one.',
    schema: { type: 'string' },
  },
};
const limitHeaders: Headers = {
  RateLimit: {
    description: 'What is left of the minute and the seconds until it starts again.',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: 'How many requests a minute are answered.', schema: { type: 'string' } },
};
const everyHeader: Headers = { ...requestIdHeader, ...limitHeaders };

const headersOfProblem: Partial<Record<ProblemCode, Headers>> = {
  unauthenticated: { 'WWW-Authenticate': { description: 'Bearer.', schema: { type: 'string' } } },
  tooManyRequests: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
  unavailable: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
};

function exampleOf(code: ProblemCode): z.input<typeof problem> {
  const { title, status } = problems[code];
  const base = { type: problemType(code), title, status, requestId: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f' };
  if (code === 'invalid') {
    const message = 'a ratio from 0 to 1, such as 0.9995, not 99.95; 99.95 % is 0.9995';
    return { ...base, detail: `availability: ${message}`, errors: [{ path: 'availability', message }] };
  }
  if (code === 'preconditionFailed') {
    return {
      ...base,
      detail: 'If-Match does not name the present version, which is 5.',
      details: { currentVersion: 5 },
    };
  }
  return { ...base, detail: problems[code].meaning };
}

function codesOf(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = [
    'unauthenticated',
    'forbidden',
    'notFound',
    'invalid',
    'tooManyRequests',
    'internal',
    ...operation.problems,
  ];
  if (operation.body) codes.push('tooLarge', 'unsupportedMediaType');
  if (operation.method === 'post') codes.push('conflict');
  if (operation.method === 'patch' || operation.method === 'delete') codes.push('preconditionFailed');
  return [...new Set(codes)].toSorted((a, b) => problems[a].status - problems[b].status);
}

function problemResponses(operation: Operation): Responses {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codesOf(operation))
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const response: Responses[number] = {
        description: codes.map((code) => problems[code].title).join('; or: '),
        headers: { ...everyHeader, ...Object.assign({}, ...codes.map((code) => headersOfProblem[code] ?? {})) },
        content: {
          'application/problem+json': {
            schema: problem,
            examples: Object.fromEntries(codes.map((code) => [problems[code].slug, { value: exampleOf(code) }])),
          },
        },
      };
      return [status, response];
    }),
  );
}

function goodResponse(operation: Operation): Responses {
  const { status, description, content, versioned } = operation.reply;
  const headers: Headers = { ...everyHeader };
  if (versioned) headers.ETag = { description: 'Send it as If-Match or If-None-Match.', schema: { type: 'string' } };
  if (status === 201) headers.Location = { description: 'The address of what was made.', schema: { type: 'string' } };
  const good = { description, headers, ...(Object.keys(content).length > 0 ? { content } : {}) };
  const unchanged = { description: 'If-None-Match already names it.', headers: everyHeader };
  return versioned && operation.method === 'get' ? { [status]: good, 304: unchanged } : { [status]: good };
}

function headersOf(operation: Operation): z.ZodObject | undefined {
  const idempotencyKey = z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({
      description:
        'The same key and request within 24 hours get the first answer again; with another request it is a conflict.',
      examples: ['5f0c2c1e-8a53-4c1c-9d55-0a1b2c3d4e5f'],
    });
  const tag = (description: string) =>
    z
      .string()
      .optional()
      .meta({ description, examples: ['"4-5d41402abc4b"'] });
  if (operation.method === 'post') return z.object({ 'Idempotency-Key': idempotencyKey });
  if (operation.method !== 'get')
    return z.object({ 'If-Match': tag('The ETag that the change was made on; 412 when it is not the present one.') });
  return operation.reply.versioned
    ? z.object({ 'If-None-Match': tag('An ETag you have; 304 when it is still the present one.') })
    : undefined;
}

const workspaceParam = z
  .string()
  .meta({ description: 'The short name of the workspace, as in its address.', examples: ['northwind'] });

function routeOf(operation: Operation): RouteConfig {
  const headers = headersOf(operation);
  const request: NonNullable<RouteConfig['request']> = {
    params: z.object({ workspace: workspaceParam, ...operation.params.shape }),
  };
  if (Object.keys(operation.query.shape).length > 0) request.query = operation.query;
  if (headers) request.headers = headers;
  if (operation.body) request.body = { content: operation.body.content, required: operation.body.required };
  const needs = `Needs the permission \`${operation.permission}\`.`;
  return {
    method: operation.method,
    path: operation.path,
    operationId: operation.operationId,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description ? `${operation.description} ${needs}` : needs,
    security: [{ token: [] }],
    'x-permission': operation.permission,
    request,
    responses: { ...goodResponse(operation), ...problemResponses(operation) },
  };
}

const introduction = [
  'Everything on screen, as JSON. Send a token of your workspace as `Authorization: Bearer <token>`; it carries a role and, if you like, fewer permissions.',
  'Fields are camelCase, instants RFC 3339, days `YYYY-MM-DD`, ratios 0 to 1. What is not known is refused by name.',
  'Lists answer `{ data, nextCursor, total }`. Errors are RFC 9457 problems that say what was wrong and what would be right.',
  'Records carry an ETag: If-Match on a change makes sure that nobody saved in between. An Idempotency-Key makes any POST safe to repeat.',
].join('\n\n');

function generate() {
  const described = new OpenAPIHono();
  described.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token of the workspace. It is shown once when it is made, under Settings, API tokens.',
  });
  for (const operation of operations) described.openAPIRegistry.registerPath(routeOf(operation));
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Paydown API', version: '1.0.0', description: introduction, license: { name: 'MIT' } },
    servers: [{ url: '/api/v1', description: 'This installation' }],
    tags: [...new Set(operations.map((one) => one.tag))].map((name) => ({ name })),
  });
}

type Document = ReturnType<typeof generate>;

const pascal = (slug: string) => slug.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Every operation answers the same problems; told once each, the document is a tenth as long. */
function shareProblems(document: Document): Document {
  const shared: NonNullable<NonNullable<Document['components']>['responses']> = {};
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of [path.get, path.post, path.patch, path.delete]) {
      for (const [status, response] of Object.entries(operation?.responses ?? {})) {
        const examples = response.content?.['application/problem+json']?.examples;
        if (!operation?.responses || !examples) continue;
        const name = Object.keys(examples).map(pascal).join('Or');
        shared[name] = response;
        operation.responses[status] = { $ref: `#/components/responses/${name}` };
      }
    }
  }
  return { ...document, components: { ...document.components, responses: shared } };
}

let cached: Document | undefined;

/** The OpenAPI 3.1 document of the API, made from the operations themselves. */
export function openApiDocument(): Document {
  cached ??= shareProblems(generate());
  return cached;
}

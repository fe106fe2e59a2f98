import { z } from 'zod';
import type { Permission } from '@/server/access/permissions';
import type { WorkspaceScope } from '@/server/access/scope';
import { AppError } from '@/server/platform/errors';
import { describeIssues } from '@/server/platform/issues';
import { jsonLimitBytes, parseJson } from './body';
import { notModified, type Precondition, preconditionOf } from './etag';
import type { ProblemCode } from './problem';
import { queryRecord } from './query';
import { type FileReply, type Rendered, type RenderedFile, type Reply, renderFile, renderReply } from './reply';

export type Method = 'get' | 'post' | 'patch' | 'delete';
export type MediaContent = Record<string, { schema: z.ZodType; example?: unknown }>;

/** What a body may be, how it is read and how it is documented. */
export type BodySpec<Body> = {
  mediaTypes: readonly string[];
  limitBytes: number;
  /** False where a request without a body means something. */
  required: boolean;
  decode: (bytes: Uint8Array<ArrayBuffer>, headers: Headers) => Promise<Body> | Body;
  content: MediaContent;
};

/** What a good answer is and how it is documented. */
export type ReplySpec<Result> = {
  status: 200 | 201 | 204;
  description: string;
  content: MediaContent;
  /** True for a record: it has an ETag. */
  versioned: boolean;
  render: (result: Result) => Rendered | RenderedFile;
};

export type Call<Params, Query, Body> = {
  scope: WorkspaceScope;
  params: Params;
  query: Query;
  body: Body;
  ifMatch: Precondition;
};

type Config<Params extends z.ZodObject, Query extends z.ZodObject, Body, Result> = {
  method: Method;
  /** From `/workspaces/{workspace}` on. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  permission: Permission;
  params?: Params;
  query?: Query;
  body?: BodySpec<Body>;
  reply: ReplySpec<Result>;
  /** True where the answer has a secret that must not be kept, not even for an Idempotency-Key. */
  answersSecret?: boolean;
  /** Problems of this operation beyond those that its form implies. */
  problems?: ProblemCode[];
  run: (call: Call<z.output<Params>, z.output<Query>, Body>) => Promise<Result>;
};

export type RawCall = {
  scope: WorkspaceScope;
  params: Record<string, string>;
  url: URL;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
};

/** An operation with its types sealed in: what the app mounts and the document describes. */
export type Operation = {
  method: Method;
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description: string | undefined;
  permission: Permission;
  params: z.ZodObject;
  query: z.ZodObject;
  body: Pick<BodySpec<unknown>, 'mediaTypes' | 'limitBytes' | 'required' | 'content'> | null;
  reply: Pick<ReplySpec<unknown>, 'status' | 'description' | 'content' | 'versioned'>;
  problems: ProblemCode[];
  answersSecret: boolean;
  handle: (call: RawCall) => Promise<Rendered | RenderedFile>;
};

function parseParams<Params extends z.ZodObject>(schema: Params, params: Record<string, string>): z.output<Params> {
  const known = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, params[name] ?? '']));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  const why = describeIssues(parsed.error)
    .map((issue) => `“${(params[issue.path] ?? '').slice(0, 60)}” cannot be a ${issue.path}: ${issue.message}`)
    .join('; ');
  throw new AppError('notFound', { userMessage: `There is nothing at this address: ${why}.` });
}

/** One operation of the API; the gate has proven `permission` before `run`. */
export function operation<Params extends z.ZodObject, Query extends z.ZodObject, Body, Result>(
  config: Config<Params, Query, Body, Result>,
): Operation {
  const params = config.params ?? z.object({});
  const query = config.query ?? z.strictObject({});
  const { body } = config;
  return {
    method: config.method,
    path: `/workspaces/{workspace}${config.path}`,
    operationId: config.operationId,
    tag: config.tag,
    summary: config.summary,
    description: config.description,
    permission: config.permission,
    params,
    query,
    body: body ?? null,
    reply: config.reply,
    problems: config.problems ?? [],
    answersSecret: config.answersSecret ?? false,
    handle: async (call) => {
      // The two schemas are absent together with their types, so the empty ones stand in for them.
      const ready = {
        params: parseParams(params, call.params) as z.output<Params>,
        query: query.parse(queryRecord(call.url, query)) as z.output<Query>,
        ifMatch: preconditionOf(call.headers),
        body: (await body?.decode(call.bytes, call.headers)) as Body,
      };
      const result = await config.run({ scope: call.scope, ...ready }).catch((error: unknown) => {
        throw ready.ifMatch === null ? error : asPrecondition(error);
      });
      const rendered = config.reply.render(result);
      return config.method === 'get' && isText(rendered) ? notModified(call.headers, rendered) : rendered;
    },
  };
}

// Somebody saved between our reading and our writing: for a caller with If-Match that is the precondition failing.
function asPrecondition(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'stale') return error;
  return new AppError('preconditionFailed', { userMessage: error.userMessage, cause: error });
}

function isText(rendered: Rendered | RenderedFile): rendered is Rendered {
  return typeof rendered.body === 'string';
}

/** A JSON body of up to 1 MB. */
export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
  example: z.input<Schema>,
  options: { mediaTypes?: readonly string[] } = {},
): BodySpec<z.output<Schema>> {
  const mediaTypes = options.mediaTypes ?? ['application/json'];
  return {
    mediaTypes,
    limitBytes: jsonLimitBytes,
    required: true,
    decode: (bytes) => schema.parse(parseJson(bytes)),
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema, example }])),
  };
}

/** A change to a record: what is absent stays as it is, null empties (RFC 7396 on one level). */
export function patchBody<Schema extends z.ZodType>(
  schema: Schema,
  example: z.input<Schema>,
): BodySpec<z.output<Schema>> {
  return jsonBody(schema, example, { mediaTypes: ['application/json', 'application/merge-patch+json'] });
}

export function jsonReply<Schema extends z.ZodType>(
  status: 200 | 201,
  schema: Schema,
  about: { description: string; example?: z.input<Schema>; versioned?: boolean },
): ReplySpec<Reply<z.input<Schema>>> {
  const media = about.example === undefined ? { schema } : { schema, example: about.example };
  return {
    status,
    description: about.description,
    content: { 'application/json': media },
    versioned: about.versioned ?? false,
    render: (result) => renderReply(status, result),
  };
}

export function emptyReply(description: string): ReplySpec<void> {
  return { status: 204, description, content: {}, versioned: false, render: () => renderReply(204, { body: null }) };
}

export function fileReply(description: string, content: MediaContent): ReplySpec<FileReply> {
  return { status: 200, description, content, versioned: false, render: renderFile };
}

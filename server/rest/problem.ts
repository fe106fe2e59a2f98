import { ZodError } from 'zod';
import { AppError, type AppErrorCode, type FieldError } from '@/server/platform/errors';
import { describeIssues } from '@/server/platform/issues';
import { log } from '@/server/platform/log';
import type { Rendered } from './reply';

export type ProblemCode = AppErrorCode | 'methodNotAllowed';

export type ProblemKind = { status: number; slug: string; title: string; meaning: string };

/** Every problem the API answers with: the catalogue of the documentation and the `type` of each answer. */
export const problems: Record<ProblemCode, ProblemKind> = {
  invalid: {
    status: 422,
    slug: 'invalid',
    title: 'The request has something that cannot be used',
    meaning:
      'A field, a parameter or the form of the body is wrong, unknown or missing. `errors` names each with what would be right. Correct them and send the request again; nothing was saved.',
  },
  unauthenticated: {
    status: 401,
    slug: 'unauthenticated',
    title: 'No token that works',
    meaning:
      'The Authorization header is missing, or its token is unknown, expired or revoked, or the person who made it has left. Make a token under Settings, API tokens, and send it as `Authorization: Bearer <token>`.',
  },
  forbidden: {
    status: 403,
    slug: 'forbidden',
    title: 'The token may not do this',
    meaning:
      'The token works here, but neither its role nor its list of permissions covers the operation. `detail` names the permission it needs.',
  },
  notFound: {
    status: 404,
    slug: 'not-found',
    title: 'There is nothing here',
    meaning:
      'The address is unknown, or the record does not exist in this workspace. What belongs to another workspace reads exactly like what never existed.',
  },
  methodNotAllowed: {
    status: 405,
    slug: 'method-not-allowed',
    title: 'The address has no such method',
    meaning: 'The address exists, the method does not. The `Allow` header lists those that do.',
  },
  conflict: {
    status: 409,
    slug: 'conflict',
    title: 'The request contradicts what is there',
    meaning:
      'A key is taken, an Idempotency-Key was used for another request or is still being answered, or the change is not possible in the present state. `detail` says which and what is possible.',
  },
  stale: {
    status: 409,
    slug: 'stale',
    title: 'Somebody saved first',
    meaning:
      'The record changed while the request was being handled. Nothing was saved: read it again and repeat the change.',
  },
  preconditionFailed: {
    status: 412,
    slug: 'precondition-failed',
    title: 'The record is not at the version you named',
    meaning:
      'The version in If-Match is not the present one. Nothing was saved: read the record again, look at both, and repeat the change with its new ETag.',
  },
  tooLarge: {
    status: 413,
    slug: 'too-large',
    title: 'The body is too large',
    meaning: 'JSON bodies may have 1 MB, files to import 20 MB. Nothing was read past the limit and nothing was saved.',
  },
  unsupportedMediaType: {
    status: 415,
    slug: 'unsupported-media-type',
    title: 'The body is in a form that is not understood',
    meaning:
      'The Content-Type is missing or not one that the operation takes, or the body is compressed. `detail` lists what it takes.',
  },
  tooManyRequests: {
    status: 429,
    slug: 'too-many-requests',
    title: 'Too many requests',
    meaning:
      'A token may send 600 requests a minute; an address without a working token far fewer. Wait the seconds of `Retry-After`.',
  },
  unavailable: {
    status: 503,
    slug: 'unavailable',
    title: 'Not available at the moment',
    meaning:
      'The service is starting, stopping or cannot reach its database. Try again after the seconds of `Retry-After`.',
  },
  internal: {
    status: 500,
    slug: 'internal',
    title: 'Something broke on our side',
    meaning:
      'Nothing was saved. Give the `requestId` to whoever runs this installation: it finds the cause in the log.',
  },
};

/** The documentation address of a problem, which is its `type`. */
export function problemType(code: ProblemCode): string {
  return `/docs/api#error-${problems[code].slug}`;
}

type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: FieldError[];
  details?: Record<string, unknown>;
};

export function renderProblem(
  code: ProblemCode,
  about: {
    requestId: string;
    detail: string;
    errors?: FieldError[];
    details?: Record<string, unknown> | undefined;
    headers?: Record<string, string>;
  },
): Rendered {
  const { status, title } = problems[code];
  const problem: Problem = { type: problemType(code), title, status, detail: about.detail, requestId: about.requestId };
  if (about.errors && about.errors.length > 0) problem.errors = about.errors;
  if (about.details) problem.details = about.details;
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...about.headers },
    body: JSON.stringify(problem),
  };
}

/** Many messages begin small after their field's name; alone in a sentence they need both. */
function sentence(errors: FieldError[]): string {
  return errors.map((error) => `${error.path}: ${error.message}`).join('; ');
}

// What a stale write was refused for is the caller's to read again: the record in its own form, not the screens'.
function detailsOf(error: AppError): Record<string, unknown> | undefined {
  if (error.code === 'stale' || error.code === 'tooManyRequests') return undefined;
  return error.details;
}

function headersOf(error: AppError): Record<string, string> {
  if (error.code === 'unauthenticated') return { 'www-authenticate': 'Bearer realm="Paydown"' };
  return error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) };
}

/** The one mapping from errors to answers. What is neither AppError nor a refused shape is logged and told as internal. */
export function problemOf(error: unknown, where: { requestId: string; path: string }): Rendered {
  if (error instanceof AppError && error.code !== 'internal') {
    return renderProblem(error.code, {
      requestId: where.requestId,
      detail: error.userMessage,
      errors: error.fields,
      details: detailsOf(error),
      headers: headersOf(error),
    });
  }
  if (error instanceof ZodError) {
    const errors = describeIssues(error);
    return renderProblem('invalid', { requestId: where.requestId, detail: sentence(errors), errors });
  }
  log.error({ err: error, path: where.path, requestId: where.requestId }, 'request failed');
  const detail = `Nothing was saved. The request id ${where.requestId} finds the cause in the log.`;
  return renderProblem('internal', { requestId: where.requestId, detail });
}

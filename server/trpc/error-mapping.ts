import { type TRPCDefaultErrorShape, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError, type AppErrorCode, type FieldError } from '@/server/platform/errors';
import { describeIssues } from '@/server/platform/issues';
import { log } from '@/server/platform/log';

const trpcCode = {
  invalid: 'UNPROCESSABLE_CONTENT',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  conflict: 'CONFLICT',
  stale: 'CONFLICT',
  preconditionFailed: 'PRECONDITION_FAILED',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  unsupportedMediaType: 'UNSUPPORTED_MEDIA_TYPE',
  tooManyRequests: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<AppErrorCode, TRPCError['code']>;

/** The one mapping from AppError to tRPC. What is not an AppError and not tRPC's own is logged and told as internal. */
export function toTrpcError(error: TRPCError, where: { path: string; requestId: string }): TRPCError {
  const { cause } = error;
  if (cause instanceof AppError) {
    return new TRPCError({ code: trpcCode[cause.code], message: cause.userMessage, cause });
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    log.error({ err: cause ?? error, path: where.path, requestId: where.requestId }, 'request failed');
    return new TRPCError({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something broke on our side. Nothing was saved.',
      cause,
    });
  }
  return error;
}

export type ErrorData = {
  appCode: AppErrorCode;
  fields: FieldError[];
  details: Record<string, unknown> | null;
  requestId: string | null;
};

/** What a client learns of an error: never a stack, never the text of a 5xx. */
export function formatError(options: {
  shape: TRPCDefaultErrorShape;
  error: TRPCError;
  ctx: { requestId: string } | undefined;
}) {
  const { shape, error, ctx } = options;
  const { cause } = error;
  const app = cause instanceof AppError ? cause : null;
  const fields = app?.fields ?? (cause instanceof ZodError ? describeIssues(cause) : []);
  const message =
    cause instanceof ZodError ? fields.map((field) => `${field.path}: ${field.message}`).join('; ') : shape.message;
  const data: ErrorData = {
    appCode: app?.code ?? (error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : 'invalid'),
    fields,
    details: app?.details ?? null,
    requestId: ctx?.requestId ?? null,
  };
  return {
    ...shape,
    message,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, ...data },
  };
}

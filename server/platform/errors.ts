/** What went wrong, in the vocabulary that both `trpc/` and `rest/` know how to say. */
export type AppErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'stale'
  | 'preconditionFailed'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'tooManyRequests'
  | 'unavailable'
  | 'internal';

export type FieldError = { path: string; message: string };

type AppErrorOptions = {
  message?: string;
  userMessage: string;
  cause?: unknown;
  fields?: FieldError[];
  /** Machine-readable context that may leave the server: both sides of a conflict, the allowed transitions. */
  details?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

export class AppError extends Error {
  override name = 'AppError';
  readonly code: AppErrorCode;
  readonly userMessage: string;
  readonly fields: FieldError[];
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: AppErrorCode, options: AppErrorOptions) {
    super(options.message ?? options.userMessage, { cause: options.cause });
    this.code = code;
    this.userMessage = options.userMessage;
    this.fields = options.fields ?? [];
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Another tenant's record and one that never existed read the same. */
export function notFound(what: string): AppError {
  return new AppError('notFound', { userMessage: `${what} was not found in this workspace.` });
}

/** An input that passed its shape but not a rule; names the field, what was sent and what would be right. */
export function invalid(path: string, message: string): AppError {
  return new AppError('invalid', { userMessage: `${path}: ${message}`, fields: [{ path, message }] });
}

import { propertyOf } from './property';

type Told = { appCode: string; fields: { path: string; message: string }[]; details: unknown };

function toldBy(error: unknown): Told | null {
  const data = propertyOf(error, 'data');
  const appCode = propertyOf(data, 'appCode');
  if (typeof appCode !== 'string') return null;
  const told = propertyOf(data, 'fields');
  const fields = (Array.isArray(told) ? told : []).flatMap((field) => {
    const [path, message] = [propertyOf(field, 'path'), propertyOf(field, 'message')];
    return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : [];
  });
  return { appCode, fields, details: propertyOf(data, 'details') };
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** What is wrong, by the field it is about. */
export function problemsOf(error: unknown): Record<string, string> {
  const fields = toldBy(error)?.fields ?? [];
  return Object.fromEntries(fields.map((field) => [field.path.split('.')[0] ?? '', sentence(field.message)]));
}

/** Which of the server's refusals an error is, such as `stale` or `forbidden`; null when the server did not answer. */
export function codeOf(error: unknown): string | null {
  return toldBy(error)?.appCode ?? null;
}

/** Whether a failed request is about a record that is not there, or not this person's. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === 'notFound';
}

/** What the server tells with a refusal, such as the stored record with `stale`; undefined when it tells nothing. */
export function detailsOf(error: unknown): unknown {
  return toldBy(error)?.details;
}

/** What to tell when no field is to blame. A request that never arrived is the connection's fault, not the person's. */
export function messageOf(error: unknown): string {
  if (!toldBy(error)) return 'The server did not answer. What you wrote is kept here; try again in a moment.';
  return error instanceof Error ? sentence(error.message) : 'Nothing was saved.';
}

import { AppError, invalid } from '@/server/platform/errors';
import { checkInputTree } from '@/server/platform/input-tree';

export const jsonLimitBytes = 1_048_576;

const megabytes = (bytes: number) => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;

function tooLarge(limitBytes: number): AppError {
  return new AppError('tooLarge', {
    userMessage: `The body is larger than ${megabytes(limitBytes)}, which is the most this operation takes.`,
  });
}

/** The media type without its parameters, in small letters; empty when there is none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Throws `unsupportedMediaType` unless the body is in one of `accepted` and neither compressed nor in another charset. */
export function checkMediaType(headers: Headers, accepted: readonly string[]): void {
  const encoding = headers.get('content-encoding');
  if (encoding && encoding.trim().toLowerCase() !== 'identity') {
    throw new AppError('unsupportedMediaType', {
      userMessage: `Send the body without Content-Encoding, not as ${encoding.slice(0, 40)}.`,
    });
  }
  const mediaType = mediaTypeOf(headers);
  if (!accepted.includes(mediaType)) {
    const was = mediaType === '' ? 'there is none' : `it is ${mediaType.slice(0, 60)}`;
    throw new AppError('unsupportedMediaType', {
      userMessage: `The Content-Type must be ${accepted.join(' or ')}; ${was}.`,
    });
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  if (charset && mediaType !== 'text/csv' && !/^utf-?8$/i.test(charset)) {
    throw new AppError('unsupportedMediaType', {
      userMessage: `The charset must be utf-8, not ${charset.slice(0, 40)}.`,
    });
  }
}

/** The whole body. Throws `tooLarge` by the announced length, and again while reading, whatever was announced. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limitBytes) {
      // Not awaited: a sender that never stops must not hold up the answer.
      void reader.cancel().catch(() => undefined);
      throw tooLarge(limitBytes);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`;
}

function endsTooSoon(prefix: string): boolean {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes('end of JSON') : Number(position) >= prefix.length;
  }
}

// The engine names the place in some of its messages only, so it is found as the end of the longest good beginning.
function firstBadCharacter(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (endsTooSoon(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('body', `is not JSON: it cannot be read at ${place(text, firstBadCharacter(text))}.`);
  }
}

/** The JSON value of a body. Throws `invalid` that says where it stops being JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid', {
      userMessage: 'The body is not UTF-8 text.',
      fields: [{ path: 'body', message: 'must be UTF-8' }],
      cause,
    });
  }
  if (text.trim() === '') throw invalid('body', 'is empty; send a JSON object.');
  const value = readJson(text);
  checkInputTree(value);
  return value;
}

import { sha256 } from '@/server/platform/crypto';

/** What an operation answers, before it becomes HTTP. */
export type Reply<Body> = {
  body: Body;
  /** Set for a record: becomes its ETag and makes If-None-Match work. */
  version?: number;
  /** The address of what was made, from `/workspaces/…` on. */
  location?: string;
};

/** A file to download. */
export type FileReply = {
  file: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;
  contentType: string;
  fileName: string;
};

/** An answer whose body is text, so that it can be kept and given again. */
export type Rendered = { status: number; headers: Record<string, string>; body: string | null };

export type RenderedFile = { status: number; headers: Record<string, string>; body: BodyInit };

/**
 * `"<version>-<hash>"`: the version is what If-Match compares, the hash tells If-None-Match when something shown on
 * the record changed without the record itself, such as the number of its debts.
 */
function etagOf(version: number, body: string): string {
  return `"${version}-${sha256(body).slice(0, 12)}"`;
}

export function renderReply(status: number, reply: Reply<unknown>): Rendered {
  const headers: Record<string, string> = { 'cache-control': 'private, no-cache' };
  if (reply.location) headers.location = `/api/v1${reply.location}`;
  if (status === 204) return { status, headers, body: null };
  const body = JSON.stringify(reply.body);
  headers['content-type'] = 'application/json';
  if (reply.version !== undefined) headers.etag = etagOf(reply.version, body);
  return { status, headers, body };
}

export function renderFile(reply: FileReply): RenderedFile {
  const ascii = reply.fileName.replace(/[^\w.-]+/g, '-');
  return {
    status: 200,
    headers: {
      'content-type': reply.contentType,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(reply.fileName)}`,
      'cache-control': 'private, no-cache',
    },
    body: reply.file,
  };
}

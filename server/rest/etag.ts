import { AppError, invalid } from '@/server/platform/errors';
import type { Rendered } from './reply';

const entityTag = /^(W\/)?"([\x21\x23-\x7e]*)"$/;

function tagsOf(header: string, value: string): { weak: boolean; tag: string }[] {
  return value.split(',').map((part) => {
    const match = entityTag.exec(part.trim());
    if (!match)
      throw invalid(
        header,
        `one or more ETags in quotes as a record gave them, such as "3-5d41402abc4b", or *; this is ${value.slice(0, 60)}`,
      );
    return { weak: match[1] !== undefined, tag: match[2] ?? '' };
  });
}

/** The version a caller's If-Match stands for, `any` for `*` and null without the header. */
export type Precondition = { versions: number[] } | 'any' | null;

/** Reads If-Match. Throws `invalid` for what is not an ETag; an ETag of something else matches no version. */
export function preconditionOf(headers: Headers): Precondition {
  const value = headers.get('if-match');
  if (value === null) return null;
  if (value.trim() === '*') return 'any';
  // A weak tag never matches here (RFC 9110, 13.1.1).
  const strong = tagsOf('If-Match', value).filter((one) => !one.weak);
  return { versions: strong.map((one) => Number(/^(\d{1,9})(?:-|$)/.exec(one.tag)?.[1] ?? Number.NaN)) };
}

/**
 * The version to hand to a service, after If-Match agreed with the present one; undefined when any will do.
 * Throws `preconditionFailed` when it did not.
 */
export function provenVersion(precondition: Precondition, current: number): number | undefined {
  if (precondition === null || precondition === 'any') return undefined;
  if (precondition.versions.includes(current)) return current;
  throw new AppError('preconditionFailed', {
    userMessage: `If-Match does not name the present version, which is ${current}. Read the record again and send its new ETag.`,
    details: { currentVersion: current },
  });
}

/** A 304 without a body when If-None-Match already has this answer, else the answer. */
export function notModified(headers: Headers, rendered: Rendered): Rendered {
  const value = headers.get('if-none-match');
  const etag = rendered.headers.etag;
  if (value === null || etag === undefined) return rendered;
  const matches = value.trim() === '*' || tagsOf('If-None-Match', value).some((one) => `"${one.tag}"` === etag);
  if (!matches) return rendered;
  return { status: 304, headers: { etag, 'cache-control': 'private, no-cache' }, body: null };
}

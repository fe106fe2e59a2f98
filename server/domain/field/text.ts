import { z } from 'zod';

// Everything but tab, line feed and carriage return: Postgres refuses NUL, and the others hide in what people read.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]/;
const lineBreak = /[\t\n\r\u2028\u2029]/;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function plainText(max: number) {
  return z
    .string()
    .max(max, { error: (issue) => `at most ${max} characters, this has ${String(issue.input).length}` })
    .refine((value) => !control.test(value), 'no control characters')
    .refine((value) => !loneSurrogate.test(value), 'no broken characters (an emoji cut in half)');
}

/** One line of text, trimmed, from 1 to `max` characters. */
export function line(max: number) {
  return plainText(max)
    .refine((value) => !lineBreak.test(value.trim()), 'one line, without line breaks or tabs')
    .transform((value) => value.trim())
    .refine((value) => value.length > 0, 'must not be empty');
}

/** One line of text, trimmed, that may be empty. */
export function optionalLine(max: number) {
  return plainText(max)
    .refine((value) => !lineBreak.test(value.trim()), 'one line, without line breaks or tabs')
    .transform((value) => value.trim());
}

/** Text of several lines, such as Markdown, that may be empty. Line ends become line feeds. */
export function prose(max: number) {
  return plainText(max).transform((value) => value.replace(/\r\n?/g, '\n').trim());
}

/** A name for use in addresses: small letters, digits and single dashes, at most 40 characters. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single dashes, such as “checkout-api”')
  .max(40, 'at most 40 characters');

/** A version-4-shaped or version-7 UUID in its canonical form. */
export const id = z.uuid('an id such as 0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f');

/** The workspace an operation is about, by its slug; who may touch it is proven by the gate. */
export const workspaceSlug = plainText(60).min(1, 'must not be empty');

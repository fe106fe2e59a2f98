import { z } from 'zod';
import { invalid } from '@/server/platform/errors';

// Postgres refuses NUL, and nothing that is searched or filtered by has the others.
const control = /[\u0000-\u001f\u007f]/;

function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isList(schema.unwrap());
  return schema instanceof z.ZodArray;
}

/**
 * The query of an address as its schema sees it: a list where the schema has one, one text otherwise.
 * Throws `invalid` for a parameter that was given twice and means one thing.
 */
export function queryRecord(url: URL, schema: z.ZodObject): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(url.searchParams.keys())) {
    // zod passes over this one name without a word.
    if (name === '__proto__') throw invalid(name, 'is not a known field');
    const values = url.searchParams.getAll(name);
    if (values.some((value) => control.test(value)))
      throw invalid(name, 'has control characters; send text without them.');
    const [only] = values;
    if (isList(schema.shape[name])) record[name] = values;
    else if (values.length === 1 && only !== undefined) record[name] = only;
    else throw invalid(name, `was given ${values.length} times; give it once.`);
  }
  return { ...record };
}

/** A whole number in a query, from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  const error = {
    error: (issue: { input?: unknown }) =>
      `a whole number from ${min} to ${max}, not “${String(issue.input).slice(0, 40)}”`,
  };
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, error)
    .transform(Number)
    .meta({ type: 'integer', minimum: min, maximum: max });
}

/** `true` or `false` in a query. */
export const flag = z
  .enum(['true', 'false'], { error: (issue) => `true or false, not “${String(issue.input).slice(0, 40)}”` })
  .transform((text) => text === 'true')
  .meta({ type: 'boolean' });

/** Where a page of a list begins and how long it is. */
export const pageQuery = {
  limit: wholeNumber(1, 200)
    .optional()
    .meta({ description: 'How many to return, 1 to 200; 50 when absent.', examples: [50] }),
  cursor: z
    .string()
    .min(1, 'must be the nextCursor of a page, not empty')
    .max(4000, 'at most 4000 characters')
    .optional()
    .meta({ description: 'The nextCursor of the page before, with the same sort and filters.' }),
};

/** The body of a list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Send it as cursor for the next page; null on the last.' }),
    total: z.number().int().meta({ description: 'How many there are on all pages.' }),
  });
}

import { z } from 'zod';

export type SortTerm<Field extends string> = { field: Field; descending: boolean };

/** A text such as `-score,title` as terms, or null when a part of it is not one of `fields` or comes twice. */
export function parseSort<Field extends string>(fields: readonly Field[], text: string): SortTerm<Field>[] | null {
  const terms: SortTerm<Field>[] = [];
  for (const part of text.split(',')) {
    const descending = part.startsWith('-');
    const field = fields.find((one) => one === (descending ? part.slice(1) : part));
    if (!field || terms.some((term) => term.field === field)) return null;
    terms.push({ field, descending });
  }
  return terms;
}

/** The order of a list: names of `fields` divided by commas, each with a leading - for highest first. */
export function sortText<Field extends string>(fields: readonly Field[]) {
  const example = `-${fields[0]}${fields[1] ? `,${fields[1]}` : ''}`;
  return z
    .string()
    .max(200, 'at most 200 characters')
    .refine((text) => parseSort(fields, text) !== null, {
      error: `one or more of ${fields.join(', ')}, each once, divided by commas, with a leading - for highest first, such as ${example}`,
    });
}

import { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';

/** One column of an order: a SQL expression, the type its values have, and its direction. Empty values come last. */
export type KeysetTerm = {
  expression: Prisma.Sql;
  cast: 'text' | 'integer' | 'double precision' | 'timestamptz' | 'boolean' | 'uuid';
  descending: boolean;
};

const keysetValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type KeysetValue = z.infer<typeof keysetValue>;

/** The place of a row in an order, as a cursor keeps it. */
export const keysetPlace = z.array(keysetValue);

function typed(term: KeysetTerm, value: KeysetValue): Prisma.Sql {
  // The text form is cast by Postgres, so that the driver never has to guess a parameter's type.
  return Prisma.sql`${value === null ? null : String(value)}::text::${Prisma.raw(term.cast)}`;
}

function follows(term: KeysetTerm, value: KeysetValue): Prisma.Sql {
  if (value === null) return Prisma.sql`FALSE`;
  const comparison = term.descending ? Prisma.raw('<') : Prisma.raw('>');
  return Prisma.sql`(${term.expression} ${comparison} ${typed(term, value)} OR ${term.expression} IS NULL)`;
}

/** The ORDER BY of the terms; the last one has to be unique in the list. */
export function keysetOrder(terms: KeysetTerm[]): Prisma.Sql {
  const parts = terms.map(
    (term) => Prisma.sql`${term.expression} ${Prisma.raw(term.descending ? 'DESC' : 'ASC')} NULLS LAST`,
  );
  return Prisma.join(parts, ', ');
}

/** The values by which a row stands where it stands, as one JSON list to keep in a cursor. */
export function keysetValues(terms: KeysetTerm[]): Prisma.Sql {
  return Prisma.sql`jsonb_build_array(${Prisma.join(
    terms.map((term) => term.expression),
    ', ',
  )})`;
}

/** The condition that a row comes after the one with these values. */
export function keysetAfter(terms: KeysetTerm[], values: KeysetValue[]): Prisma.Sql {
  const alternatives = terms.map((term, index) => {
    const equal = terms
      .slice(0, index)
      .map(
        (earlier, at) => Prisma.sql`${earlier.expression} IS NOT DISTINCT FROM ${typed(earlier, values[at] ?? null)}`,
      );
    return Prisma.sql`(${Prisma.join([...equal, follows(term, values[index] ?? null)], ' AND ')})`;
  });
  return Prisma.sql`(${Prisma.join(alternatives, ' OR ')})`;
}

import { Prisma } from '@/generated/prisma/client';
import { hitEnd, hitStart } from '@/server/domain/search/excerpt';
import type { SearchTerms } from '@/server/domain/search/terms';
import type { Db } from './db';

const { sql } = Prisma;
const charactersRead = 100_000;
const before = 120;
const around = 400;
const unmarkedRead = 4000;

/**
 * A text that Postgres parses in linear time: without comments to begin, and with shorter runs. The parser looks for the
 * end of either from each of its places. Indexes are made of the same expression.
 */
export function parseable(text: Prisma.Sql): Prisma.Sql {
  return sql`regexp_replace(replace(${text}, '<!--', ' '), '(\\S{250})', '\\1 ', 'g')`;
}

/** The words of a search as a query: all of them, the last one also as the beginning of a word. */
export function tsquery({ web, typing }: SearchTerms): Prisma.Sql {
  const whole = sql`websearch_to_tsquery('english', ${web})`;
  if (!typing) return whole;
  const beginnings = [`${typing.word}:*`, ...typing.stems].join(' | ');
  return sql`(${whole} || (websearch_to_tsquery('english', ${typing.before}) && to_tsquery('simple', ${beginnings})))`;
}

/** How well words fit, from 0 to 999,999: near each other, by the weight of where they stand, in texts of any length. */
export function fitness(words: Prisma.Sql, terms: SearchTerms): Prisma.Sql {
  return sql`(1000000 * ts_rank_cd('{0, 0.1, 0.4, 1}', ${words}, ${tsquery(terms)}, 1 | 32))::int`;
}

/**
 * The passages of a text around what was found, the hits between two characters that the text itself cannot have.
 * Marking reads every word it is given, so it is given the surroundings of where the words begin to be found.
 */
export function markedPassage(text: Prisma.Sql, terms: SearchTerms): Prisma.Sql {
  const options = `StartSel=${hitStart}, StopSel=${hitEnd}, MaxFragments=2, MinWords=8, MaxWords=26, FragmentDelimiter=" … "`;
  const patterns = terms.roots.map((root) => `\\m${root}`);
  const positions = sql`SELECT regexp_instr(t."own", r."pattern", 1, 1, 0, 'i') AS "at" FROM unnest(${patterns}::text[]) AS r ("pattern") OFFSET 0`;
  const apart = sql`SELECT f."at", f."at" - lag(f."at", 1, ${-around}) OVER (ORDER BY f."at") >= ${around} AS "far" FROM (${positions}) f WHERE f."at" > 0`;
  const surroundings = sql`(SELECT string_agg(substr(t."own", greatest(p."at" - ${before}, 1), ${before + around}), ' … ' ORDER BY p."at")
    FROM (${apart}) p WHERE p."far")`;
  const read = parseable(sql`COALESCE(${surroundings}, left(t."own", ${unmarkedRead}))`);
  return sql`(SELECT ts_headline('english', ${read}, ${tsquery(terms)}, ${options})
    FROM (SELECT translate(left(${text}, ${charactersRead}), ${hitStart + hitEnd}, '') AS "own" OFFSET 0) t)`;
}

/**
 * Runs one reading with words by their index. Postgres takes matching a row for cheap, but the words of a long text lie
 * outside of it, and reading them all costs twenty times what the index does.
 */
export async function preferIndexes<Row>(client: Db, statement: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await client.$transaction([
    client.$executeRaw`SET LOCAL enable_seqscan = off`,
    client.$queryRaw<Row[]>(statement),
  ]);
  return rows;
}

import { Prisma } from '@/generated/prisma/client';
import { hitEnd, hitStart } from '@/server/domain/search/excerpt';
import type { SearchTerms } from '@/server/domain/search/terms';

const { sql } = Prisma;
const charactersRead = 100_000;

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

/** The passages of a text around what was found, the hits between two characters that the text itself cannot have. */
export function markedPassage(text: Prisma.Sql, terms: SearchTerms): Prisma.Sql {
  const options = `StartSel=${hitStart}, StopSel=${hitEnd}, MaxFragments=2, MinWords=8, MaxWords=26, FragmentDelimiter=" … "`;
  const own = sql`translate(left(${text}, ${charactersRead}), ${hitStart + hitEnd}, '')`;
  return sql`ts_headline('english', ${own}, ${tsquery(terms)}, ${options})`;
}

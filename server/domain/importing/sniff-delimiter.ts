export type Delimiter = ',' | ';' | '\t' | '|';

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];
const RECORDS_LOOKED_AT = 25;
const CHARACTERS_LOOKED_AT = 256 * 1024;

/** Delimiter counts of the first records, outside quotes, so that a comma in a title does not vote. */
function countPerRecord(text: string): Record<Delimiter, number>[] {
  const records: Record<Delimiter, number>[] = [];
  let current: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0, '|': 0 };
  let quoted = false;
  let seen = false;
  const end = Math.min(text.length, CHARACTERS_LOOKED_AT);
  for (let index = 0; index < end && records.length < RECORDS_LOOKED_AT; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (seen) records.push(current);
      current = { ',': 0, ';': 0, '\t': 0, '|': 0 };
      seen = false;
      continue;
    } else if (character === ',' || character === ';' || character === '\t' || character === '|') {
      current[character] += 1;
    }
    seen = true;
  }
  if (seen && records.length < RECORDS_LOOKED_AT) records.push(current);
  return records;
}

/**
 * The delimiter of a CSV text: Excel's own `sep=;` line if there is one, else the candidate that appears in the
 * header and equally often in the records below. A single column file counts as comma separated.
 */
export function sniffDelimiter(text: string): { delimiter: Delimiter; skipFirstLine: boolean } {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const named = CANDIDATES.find((candidate) => candidate === declared);
  if (named) return { delimiter: named, skipFirstLine: true };
  const records = countPerRecord(text);
  const header = records[0];
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const expected = header?.[candidate] ?? 0;
    if (expected === 0) continue;
    const agreeing = records.filter((record) => record[candidate] === expected).length;
    const score = expected * (0.1 + agreeing / records.length);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return { delimiter: best, skipFirstLine: false };
}

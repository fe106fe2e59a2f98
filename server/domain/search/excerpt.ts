/** One run of text of an excerpt; `hit` when it is what was looked for. */
export type ExcerptPart = { text: string; hit: boolean };

/** The two characters around a hit: private use, so that no record can hold them once they are taken out of it. */
export const hitStart = '\uE000';
export const hitEnd = '\uE001';

// Marks of Markdown that say nothing out of their place: headings, quotes, rules, tables, emphasis, links, code.
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(^|\s)(?:#{1,6}|>|[-*+]|\d+\.)(?=\s)/g, '$1')
    .replace(/[`*|~]+|_{2,}|-{3,}|={3,}/g, ' ');
}

/** A marked passage as parts in reading order, without Markdown and with single spaces. Unpaired marks are dropped. */
export function excerptParts(marked: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const runs = plain(marked).replace(/\s+/g, ' ').trim().split(hitStart);
  for (const [index, run] of runs.entries()) {
    const [hit = '', rest] = index === 0 ? ['', run] : run.split(hitEnd);
    if (hit) parts.push({ text: hit, hit: true });
    if (rest) parts.push({ text: rest.replaceAll(hitEnd, ''), hit: false });
  }
  return parts;
}

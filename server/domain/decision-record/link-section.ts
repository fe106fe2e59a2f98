import type { ScannedLine } from '@/server/domain/decision-record/line-scan';
import { RECORD_LIMIT } from '@/server/domain/decision-record/record';
import { type FoundRelation, readRelations } from '@/server/domain/decision-record/relation-text';

const LINK_SECTION = /^(?:links|more information|related|references|see also)/i;
const LINE_START =
  /^ {0,6}(?:[-*+]|\d{1,3}[.)])?\s{0,3}[*_"]{0,3}(?:this\s(?:(?:adr|decision|record|proposal|document)\s)?)?(?:is\s|was\s|has\sbeen\s)?(?:part(?:ly|ially)\s)?(?:super[sc]ede|amend)/i;

/** Relations outside the status: in any line of a section for links, elsewhere only in lines that begin with one. */
export function relationsInText(
  lines: readonly ScannedLine[],
  lifted: ReadonlySet<number>,
): { relation: FoundRelation; at: number }[] {
  const found: { relation: FoundRelation; at: number }[] = [];
  let isLinks = false;
  lines.forEach(({ kind, level, heading, text }, at) => {
    if (kind === 'heading' && level <= 6) isLinks = LINK_SECTION.test(heading);
    if (kind !== 'text' || lifted.has(at) || text.length > RECORD_LIMIT.lineCharacters) return;
    if (!isLinks && !LINE_START.test(text)) return;
    for (const relation of readRelations(text).relations) {
      // "See [the documentation](guide.md)" is a link to read, not a relation between records.
      if (relation.type === 'relates' && !/\d/.test(relation.targetPath ?? relation.targetText)) continue;
      found.push({ relation, at });
    }
  });
  return found;
}

const isRelationItem = (text: string): boolean => {
  const { relations, isWhole } = readRelations(text);
  if (!isWhole || !/^[-*] \S/.test(text) || /\bsee\b/i.test(text.slice(0, 8))) return false;
  return relations.every(({ targetPath }) => targetPath !== null);
};

/**
 * Lines of a closing `## Links` that holds relations alone, by index. It goes out of the text, as a status does: it is
 * written again from the relations.
 */
export function linkSection(lines: readonly ScannedLine[]): number[] {
  const at = lines.findIndex(
    ({ kind, level, heading }) => kind === 'heading' && level === 2 && /^links$/i.test(heading),
  );
  if (at < 0) return [];
  const below = lines.slice(at + 1);
  const items = below.filter(({ kind }) => kind === 'text');
  const isPlain = below.every(({ kind, text }) => kind === 'blank' || (kind === 'text' && isRelationItem(text)));
  return isPlain && items.length > 0 ? [at, ...below.map((_line, index) => at + 1 + index)] : [];
}

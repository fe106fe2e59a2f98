import { RECORD_LIMIT, type ReadRelationType } from '@/server/domain/decision-record/record';
import { decodeEntities, dropComments } from '@/server/domain/decision-record/record-text';

export interface FoundRelation {
  type: ReadRelationType;
  partial: boolean;
  targetText: string;
  targetPath: string | null;
  targetNumber: number | null;
}

export interface FoundTarget {
  targetText: string;
  targetPath: string | null;
  targetNumber: number | null;
}

const VERB =
  /\b(part(?:ly|ial|ially)\s{1,4})?(super[sc]ede[sd]?|replace[sd]?|amend(?:s|ed)?|clarif(?:y|ies|ied)|refine[sd]?|extend(?:s|ed)?|update[sd]?|depends\s{1,4}on|dependent\s{1,4}on|requires|builds\s{1,4}on|based\s{1,4}on|relate[sd]\s{1,4}to|see(?:\s{1,4}also)?|conflicts\s{1,4}with|contradicts)(\s{1,4}by\b|\s{1,4}of\b)?/gi;
const NAMED = /\b(?:M?ADR|RFC|RFD|decision|record)[-#:\s]{0,3}(\d{1,6})\b/gi;
const FILE = /(?:^|[\s"'(<])((?:[\w.#+~%-]{1,120}\/){0,12}\d{1,8}[-_][\w.#+~%-]{1,160})/g;
const MARK = '\u0001';

const AMENDING = /^(?:amend|clarif|refine|extend|update)/i;
const DEPENDING = /^(?:depend|requires|builds|based)/i;

function typeOf(verb: string, joined: string): ReadRelationType {
  const isPassive = /by/i.test(joined) || (/d$/i.test(verb) && !/of/i.test(joined));
  if (/^(?:super|replace)/i.test(verb)) return isPassive ? 'supersededBy' : 'supersedes';
  if (AMENDING.test(verb)) return isPassive ? 'amendedBy' : 'amends';
  if (DEPENDING.test(verb)) return 'dependsOn';
  return /^con/i.test(verb) ? 'conflicts' : 'relates';
}

interface Masked {
  text: string;
  targets: FoundTarget[];
}

function numberIn(text: string): number | null {
  const named = /\b(?:M?ADR|RFC|RFD)[-#:\s]{0,3}(\d{1,6})\b/i.exec(text) ?? /^\s*#?(\d{1,6})(?:[.:)\s]|$)/.exec(text);
  return named?.[1] === undefined ? null : Number(named[1]);
}

const isAddress = (path: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);

function linkTarget(text: string, path: string): FoundTarget {
  const reference = /\{\{[<%]\s{0,4}(?:rel)?ref\s{1,4}"?([^"\s>%]{1,300})"?/.exec(path);
  const bare = (reference?.[1] ?? path).trim().replace(/^<|>$/g, '').split(/\s/, 1)[0] ?? '';
  return { targetText: text.trim() || bare, targetPath: bare === '' ? null : bare, targetNumber: numberIn(text) };
}

/** `[text](target)` and `[[wiki]]` to a mark each, so that words of a title are not taken for a verb. */
function maskLinks(line: string): Masked {
  const targets: FoundTarget[] = [];
  let text = '';
  let from = 0;
  for (let at = line.indexOf('](', from); at >= 0; at = line.indexOf('](', at + 2)) {
    const open = openingBracket(line, at, from);
    const close = closingBracket(line, at + 2);
    if (open < from || close < 0) continue;
    text += line.slice(from, open) + MARK + String(targets.length) + MARK;
    targets.push(linkTarget(line.slice(open + 1, at), line.slice(at + 2, close)));
    from = close + 1;
    at = close;
  }
  text += line.slice(from);
  text = text.replace(/\[\[([^[\]]{1,200})\]\]/g, (_whole, inner: string) => {
    targets.push(linkTarget(inner, inner.split('|', 1)[0] ?? inner));
    return `${MARK}${targets.length - 1}${MARK}`;
  });
  return { text, targets };
}

function openingBracket(line: string, at: number, floor: number): number {
  let depth = 0;
  for (let index = at - 1; index >= floor && index > at - 400; index -= 1) {
    if (line[index] === ']') depth += 1;
    else if (line[index] === '[' && depth === 0) return index;
    else if (line[index] === '[') depth -= 1;
  }
  return -1;
}

function closingBracket(line: string, from: number): number {
  let depth = 0;
  for (let index = from; index < line.length && index < from + 600; index += 1) {
    if (line[index] === '(') depth += 1;
    else if (line[index] === ')' && depth === 0) return index;
    else if (line[index] === ')') depth -= 1;
  }
  return -1;
}

/** Everything in a stretch of text that names a record: links, `ADR-0123`, file names. */
function targetsIn(text: string, masked: Masked): FoundTarget[] {
  const found: FoundTarget[] = [];
  const links = text.matchAll(/\u0001(\d{1,4})\u0001/g);
  for (const link of links) {
    const target = masked.targets[Number(link[1])];
    if (target && !isAddress(target.targetPath ?? '')) found.push(target);
  }
  const plain = text.replace(/\u0001\d{1,4}\u0001/g, ' ');
  const named = [...plain.matchAll(NAMED)];
  const isOnly = found.length === 0 && named.length === 1;
  for (const match of named) {
    const rest = isOnly
      ? plain
          .slice(match.index)
          .trim()
          .replace(/[\s.;,)]+$/, '')
      : match[0];
    found.push({ targetText: rest.slice(0, 300), targetPath: null, targetNumber: Number(match[1]) });
  }
  if (found.length > 0) return found;
  for (const match of plain.matchAll(FILE)) {
    const path = match[1]?.replace(/[.,;]+$/, '') ?? '';
    if (/[a-z]/i.test(path)) found.push({ targetText: path, targetPath: path, targetNumber: null });
  }
  return found;
}

function prepare(line: string): Masked {
  if (line.length > RECORD_LIMIT.lineCharacters) return { text: '', targets: [] };
  return maskLinks(decodeEntities(dropComments(line)).replaceAll(MARK, ' '));
}

export interface RelationReading {
  relations: FoundRelation[];
  /** Where the first verb with a target stands, -1 when there is none. */
  at: number;
  /** Nothing but verbs, targets and what joins them. */
  isWhole: boolean;
}

/** Every `verb target` of one line: both spellings of "supersede", several targets, partial ones. */
export function readRelations(line: string): RelationReading {
  const masked = prepare(line);
  const verbs = [...masked.text.matchAll(VERB)];
  const relations: FoundRelation[] = [];
  let at = -1;
  let rest = verbs.length > 0 ? masked.text.slice(0, verbs[0]?.index) : masked.text;
  verbs.forEach((verb, index) => {
    const start = verb.index + verb[0].length;
    const stretch = masked.text.slice(start, verbs[index + 1]?.index);
    const targets = targetsIn(stretch, masked);
    if (targets.length === 0) {
      rest += verb[0] + stretch;
      return;
    }
    if (at < 0) at = verb.index;
    const type = typeOf(verb[2] ?? '', verb[3] ?? '');
    for (const target of targets) relations.push({ type, partial: verb[1] !== undefined, ...target });
    rest += stretch.replace(/\u0001\d{1,4}\u0001/g, ' ');
    for (const target of targets)
      if (!target.targetPath || target.targetPath === target.targetText) rest = rest.replace(target.targetText, ' ');
  });
  const isWhole = relations.length > 0 && !/[\p{L}\p{N}]/u.test(rest.replace(/\band\b|\bby\b|\bof\b/gi, ' '));
  return { relations: relations.slice(0, RECORD_LIMIT.values), at, isWhole };
}

/** The targets of a value that has no verb, such as a cell beside "Supersedes". */
export function readTargets(value: string): FoundTarget[] {
  const masked = prepare(value);
  const found = targetsIn(masked.text, masked);
  if (found.length > 0) return found;
  const parts = masked.text
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 0 && parts.every((part) => /^#?\d{1,6}$/.test(part))) {
    return parts.map((part) => ({ targetText: part, targetPath: null, targetNumber: Number(part.replace('#', '')) }));
  }
  const text = masked.text.trim().slice(0, 300);
  return text === '' || masked.targets.length > 0
    ? []
    : [{ targetText: text, targetPath: null, targetNumber: numberIn(text) }];
}

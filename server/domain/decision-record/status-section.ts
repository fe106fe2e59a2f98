import type { ScannedLine } from '@/server/domain/decision-record/line-scan';
import { readMetadataLines } from '@/server/domain/decision-record/metadata-line';
import { RECORD_LIMIT } from '@/server/domain/decision-record/record';
import { decodeEntities, dropComments, type TextNote } from '@/server/domain/decision-record/record-text';
import { type FoundRelation, readRelations } from '@/server/domain/decision-record/relation-text';
import { cleanStatus, readStatus } from '@/server/domain/decision-record/status-word';

export interface StatusSection {
  /** The status as written; empty when the section says none. */
  raw: string;
  /** Index of its line, of the heading when there is none. */
  at: number;
  relations: { relation: FoundRelation; at: number }[];
  /** Lines to take out of the body, by index; with the heading when nothing else stays below it. */
  lifted: Set<number>;
  /** Only help text of a template stands there. */
  isHelpOnly: boolean;
  notes: TextNote[];
}

const HEADING = /^status\s{0,3}[:–—-]?\s{0,3}(.*)$/i;
const MARK = /^ {0,6}(?:[-*+]|\d{1,3}[.)])[ \t]+/;
const BOX = /^\[([ xX])\][ \t]+/;

/** Index of the first `## Status`, null when there is none. Deeper headings describe something else. */
export function findStatusHeading(lines: readonly ScannedLine[]): number | null {
  const at = lines.findIndex(
    ({ kind, level, heading }) => kind === 'heading' && level <= 2 && /^status(?:$|\s{0,3}[:–—-])/i.test(heading),
  );
  return at < 0 ? null : at;
}

export function sectionEnd(lines: readonly ScannedLine[], heading: number): number {
  const level = lines[heading]?.level ?? 2;
  for (let at = heading + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.kind === 'heading' && line.level <= Math.max(level, 2)) return at;
  }
  return lines.length;
}

interface Content {
  at: number;
  text: string;
  isTicked: boolean | null;
}

function contentOf(line: ScannedLine, at: number): Content {
  const text = decodeEntities(dropComments(line.text)).replace(MARK, '').replace(/\\$/, '').trim();
  const box = BOX.exec(text);
  if (!box) return { at, text, isTicked: null };
  return { at, text: text.slice(box[0].length), isTicked: box[1] !== ' ' };
}

const isKnown = (text: string): boolean => readStatus(text, { hasDraft: true }).status !== 'unknown';
/** "Accepted.", "✅ Accepted": one word and nothing else. */
const isBareStatus = (text: string): boolean => isKnown(text) && /^[a-z]{1,20}[.\s]{0,3}$/i.test(cleanStatus(text));

/** Reads the section below a Status heading: its first line that is no relation and no quote is the status. */
export function readStatusSection(lines: readonly ScannedLine[], heading: number): StatusSection {
  const end = sectionEnd(lines, heading);
  const inner = HEADING.exec(lines[heading]?.heading ?? '')?.[1]?.trim() ?? '';
  const section: StatusSection = {
    raw: inner,
    at: heading,
    relations: [],
    lifted: new Set(),
    isHelpOnly: false,
    notes: [],
  };
  const metadata = new Set(readMetadataLines(lines, heading + 1, end).entries.flatMap((entry) => entry.lines));
  const contents: Content[] = [];
  let hasQuote = false;
  for (let at = heading + 1; at < end; at += 1) {
    const line = lines[at];
    if (!line || metadata.has(at)) continue;
    if (line.kind === 'quote' || line.kind === 'fence') hasQuote = true;
    else if (line.kind === 'heading' && line.level > 2 && line.level < 7) break;
    else if (line.kind === 'text' && line.text.length <= RECORD_LIMIT.lineCharacters)
      contents.push(contentOf(line, at));
  }
  readContents(contents, section);
  section.isHelpOnly = section.raw === '' && hasQuote;
  takeHeading(lines, heading, end, metadata, section);
  return section;
}

function readContents(contents: Content[], section: StatusSection): void {
  const ticked = contents.filter((content) => content.isTicked === true);
  if (ticked.length === 1 && ticked[0] && section.raw === '') {
    section.raw = ticked[0].text;
    section.at = ticked[0].at;
    for (const content of contents)
      if (content.isTicked !== null && isKnown(content.text)) section.lifted.add(content.at);
  }
  const bare: Content[] = [];
  let isFirst = true;
  for (const content of contents) {
    if (content.text === '' || section.lifted.has(content.at)) continue;
    if (isBareStatus(content.text)) bare.push(content);
    readContent(content, isFirst, section);
    isFirst = false;
  }
  if (bare.length > 1 && section.lifted.has(bare[0]?.at ?? -1)) section.notes.push(severalNote(bare));
}

function readContent(content: Content, isFirst: boolean, section: StatusSection): void {
  const { at, text } = content;
  const reading = readRelations(text);
  for (const relation of reading.relations) section.relations.push({ relation, at });
  const isLedByStatus =
    reading.relations.length === 0 || /^(?:accepted|approved|proposed|rejected|deprecated)/i.test(cleanStatus(text));
  if (reading.isWhole && !isLedByStatus) {
    section.lifted.add(at);
    // "Superseded by …" in place of a status is one; "Supersedes …" is not.
    if (section.raw === '' && reading.relations.some(({ type }) => type === 'supersededBy')) {
      section.raw = text;
      section.at = at;
    }
    return;
  }
  if (section.raw !== '' || (!isFirst && !isKnown(text) && text.length > 60)) return;
  section.raw = text;
  section.at = at;
  section.lifted.add(at);
}

const severalNote = (bare: readonly Content[]): TextNote => ({
  line: (bare[0]?.at ?? 0) + 1,
  code: 'statusSeveral',
  severity: 'warning',
  message: `${bare.map(({ text }) => `“${text}”`).join(', ')} → one status; the first one counts.`,
  suggestion: 'Set the status that holds, and keep the history elsewhere.',
});

/** The heading goes when everything below it went; comments stay where they are, they do not show. */
function takeHeading(
  lines: readonly ScannedLine[],
  heading: number,
  end: number,
  metadata: ReadonlySet<number>,
  section: StatusSection,
): void {
  const gone = new Set([...section.lifted, ...metadata]);
  for (let at = heading + 1; at < end; at += 1) {
    const kind = lines[at]?.kind;
    const isUnderline = kind === 'heading' && lines[at]?.level === 7;
    if (kind !== 'blank' && kind !== 'comment' && !isUnderline && !gone.has(at)) return;
  }
  section.lifted.add(heading);
}

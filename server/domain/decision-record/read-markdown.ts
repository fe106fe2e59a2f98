import { detectLayout, hasRecordSections } from '@/server/domain/decision-record/detect-layout';
import type { FileName } from '@/server/domain/decision-record/file-name';
import { readFrontMatter } from '@/server/domain/decision-record/front-matter';
import { type ScannedLine, scanLines } from '@/server/domain/decision-record/line-scan';
import { linkSection, relationsInText } from '@/server/domain/decision-record/link-section';
import { type MetadataEntry, readMetadataLines } from '@/server/domain/decision-record/metadata-line';
import { addTargets, takeFrontMatter, takeStatus } from '@/server/domain/decision-record/read-front';
import {
  addRelation,
  isListField,
  newDraft,
  type RecordDraft,
  setList,
  setText,
  splitList,
} from '@/server/domain/decision-record/record-draft';
import { isSectionName, isTemplateTitle, readTitle } from '@/server/domain/decision-record/record-title';
import { findStatusHeading, readStatusSection, sectionEnd } from '@/server/domain/decision-record/status-section';
import { cleanStatus, isPlaceholder, readStatus } from '@/server/domain/decision-record/status-word';

export interface ReadHints {
  /** `.log4brains.yml` names the folder. */
  isLog4brains: boolean;
}

/** One Markdown file to what it says. Nothing is required: a file without any metadata is a record with a title. */
export function readMarkdown(path: string, name: FileName, text: string, hints: ReadHints): RecordDraft {
  const draft = newDraft(path, name);
  const all = text.split('\n');
  const front = readFrontMatter(all);
  const offset = front.lineCount + 1;
  const lines = scanLines(all.slice(front.lineCount));
  const frontTitle = takeFrontMatter(draft, front);
  const lifted = new Set<number>();

  const heading = titleHeading(lines, frontTitle !== null);
  takeTitle(draft, lines, heading, frontTitle, lifted);
  const preamble = readMetadataLines(lines, 0, preambleEnd(lines, heading));
  const statusAt = findStatusHeading(lines);
  const isLog4brains = hints.isLog4brains || (name.date !== null && /^\d{8}-/.test(name.stem));
  const signs = { front, lines, entries: preamble.entries, hasStatusSection: statusAt !== null, isLog4brains };
  draft.layout = detectLayout({ ...signs, isNumberedTitle: draft.headingNumber !== null });

  takeEntries(draft, preamble.entries, offset, lifted);
  draft.notes.push(...preamble.notes.map((note) => ({ ...note, line: (note.line ?? 1) + front.lineCount })));
  if (statusAt !== null) takeStatusSection(draft, lines, statusAt, offset, lifted);
  for (const { relation, at } of relationsInText(lines, lifted)) addRelation(draft, relation, at + offset);
  for (const at of linkSection(lines)) lifted.add(at);
  noteSeveral(draft, lines);
  draft.hasEvidence =
    draft.status !== null || draft.lists.size > 0 || draft.relations.length > 0 || hasRecordSections(lines);
  draft.body = bodyOf(lines, lifted, preamble.replaced);
  return draft;
}

/** The first heading of the first level that is no section; `## Decision: …` where a file has none. */
function titleHeading(lines: readonly ScannedLine[], hasFrontTitle: boolean): number {
  const at = lines.findIndex(
    ({ kind, level, heading }) => kind === 'heading' && level === 1 && heading !== '' && !isSectionName(heading),
  );
  if (at >= 0 || hasFrontTitle) return at;
  const first = lines.findIndex(({ kind, level }) => kind === 'heading' && level <= 2);
  return /^decision:\s/i.test(lines[first]?.heading ?? '') ? first : -1;
}

function takeTitle(
  draft: RecordDraft,
  lines: readonly ScannedLine[],
  heading: number,
  frontTitle: { title: string; line: number } | null,
  lifted: Set<number>,
): void {
  const text = lines[heading]?.heading.replace(/^decision:\s+/i, '') ?? '';
  const fileNumber = draft.name.number;
  if (heading >= 0) {
    const reading = readTitle(text, fileNumber);
    lift(lines, heading, lifted);
    draft.headingNumber = reading.number;
    draft.isTemplate = isTemplateTitle(text);
    draft.title = draft.isTemplate ? '' : reading.title;
    draft.titleIn = 'heading';
  }
  if (!frontTitle || frontTitle.title === '') return;
  const reading = readTitle(frontTitle.title, fileNumber);
  if (draft.title === '' && !isTemplateTitle(frontTitle.title)) {
    draft.title = reading.title;
    draft.headingNumber ??= reading.number;
    draft.titleIn = 'front';
    return;
  }
  if (reading.title === draft.title || draft.title === '') return;
  draft.extra.title = frontTitle.title;
  draft.notes.push({
    line: frontTitle.line,
    code: 'titleTwice',
    severity: 'info',
    message: `The front matter says “${frontTitle.title.slice(0, 100)}”, the heading “${draft.title.slice(0, 100)}” → one title; the heading counts.`,
    suggestion: 'Make the two the same if that was not meant.',
  });
}

function lift(lines: readonly ScannedLine[], at: number, lifted: Set<number>): void {
  lifted.add(at);
  if (lines[at + 1]?.level === 7) lifted.add(at + 1);
}

/** Metadata ends at the first section after the title. */
function preambleEnd(lines: readonly ScannedLine[], title: number): number {
  const end = lines.findIndex(({ kind, level }, at) => kind === 'heading' && level <= 6 && at !== title);
  return end < 0 ? lines.length : end;
}

function takeEntry(draft: RecordDraft, entry: MetadataEntry, line: number): boolean {
  const { key, values, isList } = entry;
  const [value = ''] = values;
  if (key.kind === 'relation') {
    for (const item of values) addTargets(draft, key, item, line);
    return true;
  }
  if (isListField(key.field)) {
    const isSpaced = key.field === 'tags' && draft.layout === 'log4brains';
    const items = isList ? values : isPlaceholder(value) ? [value] : splitList(value, isSpaced ? 'space' : 'comma');
    return setList(draft, key.field, items, line);
  }
  if (key.field === 'status') return takeStatus(draft, values.join('; '), line) || value === '';
  return setText(draft, key.field, values.join(', '), line);
}

function takeEntries(draft: RecordDraft, entries: readonly MetadataEntry[], offset: number, lifted: Set<number>): void {
  for (const entry of entries) {
    const line = entry.at + offset;
    if (takeEntry(draft, entry, line)) for (const at of entry.lines) lifted.add(at);
    else if (entry.key.kind === 'field' && entry.key.field === 'status')
      noteTwice(draft, entry.values.join('; '), line);
  }
}

/** A second status is left in the text, and said when it tells something else. */
function noteTwice(draft: RecordDraft, other: string, line: number): boolean {
  const first = draft.status?.raw ?? '';
  const isSame = readStatus(first, { hasDraft: true }).status === readStatus(other, { hasDraft: true }).status;
  if (isSame) return true;
  draft.notes.push({
    line,
    code: 'statusTwice',
    severity: 'warning',
    message: `“${cleanStatus(first).slice(0, 80)}” and here “${cleanStatus(other).slice(0, 80)}” → one status; the first one counts.`,
    suggestion: 'Check which of the two holds.',
  });
  return false;
}

function takeStatusSection(
  draft: RecordDraft,
  lines: readonly ScannedLine[],
  heading: number,
  offset: number,
  lifted: Set<number>,
): void {
  const section = readStatusSection(lines, heading);
  const metadata = readMetadataLines(lines, heading + 1, sectionEnd(lines, heading));
  takeEntries(draft, metadata.entries, offset, lifted);
  for (const { relation, at } of section.relations) addRelation(draft, relation, at + offset);
  draft.notes.push(...section.notes.map((note) => ({ ...note, line: (note.line ?? 1) + offset - 1 })));
  const isFirst = draft.status === null;
  if (isFirst && (section.raw !== '' || section.isHelpOnly)) {
    draft.status = { raw: section.raw, line: section.at + offset, isHelpOnly: section.isHelpOnly };
  }
  if (!isFirst && section.raw !== '' && !noteTwice(draft, section.raw, section.at + offset)) return;
  for (const at of section.lifted) lift(lines, at, lifted);
}

function noteSeveral(draft: RecordDraft, lines: readonly ScannedLine[]): void {
  const count = lines.filter(
    ({ kind, level, heading }) => kind === 'heading' && level <= 2 && /^decision:\s/i.test(heading),
  ).length;
  if (count < 2) return;
  draft.notes.push({
    line: null,
    code: 'severalDecisions',
    severity: 'warning',
    message: `${count} decisions in one file → one each; they were read as one record.`,
    suggestion: 'Split the file if each decision needs a status of its own.',
  });
}

/** The lines that were not lifted, without blank lines at both ends. */
function bodyOf(
  lines: readonly ScannedLine[],
  lifted: ReadonlySet<number>,
  replaced: ReadonlyMap<number, string>,
): string {
  const kept: string[] = [];
  let isAfterLifted = true;
  lines.forEach((line, at) => {
    if (lifted.has(at)) {
      isAfterLifted = true;
      return;
    }
    const isBlank = line.kind === 'blank';
    if (isBlank && isAfterLifted && (kept.length === 0 || kept.at(-1)?.trim() === '')) return;
    if (!isBlank) isAfterLifted = false;
    kept.push(replaced.get(at) ?? line.text);
  });
  let end = kept.length;
  while (end > 0 && kept[end - 1]?.trim() === '') end -= 1;
  return kept.slice(0, end).join('\n');
}

import { hashBytes } from '@/server/domain/decision-record/byte-hash';
import { readFileName } from '@/server/domain/decision-record/file-name';
import { finishRecord } from '@/server/domain/decision-record/finish-record';
import { type FolderHints, folderHints } from '@/server/domain/decision-record/folder-hint';
import { readJson } from '@/server/domain/decision-record/read-json';
import { readMarkdown } from '@/server/domain/decision-record/read-markdown';
import { readAsciiDoc, readRestructured } from '@/server/domain/decision-record/read-markup';
import {
  type DecisionRecord,
  type FolderDateOrder,
  type OtherFile,
  type OtherReason,
  RECORD_LIMIT,
  type ReadOptions,
  type RecordFile,
  type RecordFinding,
  type RecordSet,
} from '@/server/domain/decision-record/record';
import { orderOf } from '@/server/domain/decision-record/record-date';
import type { RecordDraft } from '@/server/domain/decision-record/record-draft';
import { readText } from '@/server/domain/decision-record/record-text';
import { resolveRelations } from '@/server/domain/decision-record/resolve-relation';
import { OTHER_MESSAGE, skippedByName } from '@/server/domain/decision-record/skip-file';
import type { DayOrder } from '@/server/domain/importing/parse-date';

interface Pile {
  drafts: { draft: RecordDraft; file: RecordFile }[];
  others: OtherFile[];
  findings: RecordFinding[];
  /** What the records of files of several will take: each keeps the whole file. */
  sharedBytes: number;
}

const megabytes = (bytes: number): string => (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();

function setAside(pile: Pile, file: RecordFile, reason: OtherReason): null {
  pile.others.push({ ...file, reason, message: OTHER_MESSAGE[reason] });
  return null;
}

function refuse(
  pile: Pile,
  file: RecordFile,
  reason: OtherReason,
  finding: Omit<RecordFinding, 'path' | 'line'>,
): null {
  pile.findings.push({ path: file.path, line: null, ...finding });
  return setAside(pile, file, reason);
}

function readOne(file: RecordFile, hints: FolderHints, pile: Pile): void {
  const drafts = draftsOf(file, hints, pile);
  if (drafts) pile.drafts.push(...drafts.map((draft) => ({ draft, file })));
}

function hasRoom(pile: Pile, file: RecordFile, records: number): boolean {
  const bytes = pile.sharedBytes + records * file.content.length;
  if (records > RECORD_LIMIT.fileRecords || bytes > RECORD_LIMIT.sharedBytes) return false;
  pile.sharedBytes = bytes;
  return true;
}

/** The drafts of one file; null when it was set aside. */
function draftsOf(file: RecordFile, hints: FolderHints, pile: Pile): RecordDraft[] | null {
  const name = readFileName(file.path);
  const skipped = skippedByName(file.path, name);
  if (skipped) return setAside(pile, file, skipped);
  if (!hints.holds(file.path)) return setAside(pile, file, 'outside');
  if (file.content.length > RECORD_LIMIT.recordBytes) {
    return refuse(pile, file, 'tooLarge', {
      code: 'recordTooLarge',
      severity: 'error',
      message: `A record of ${megabytes(file.content.length)} MB → at most ${megabytes(RECORD_LIMIT.recordBytes)} MB; the file is kept but was not read.`,
      suggestion: 'Move logs and listings out of the record.',
    });
  }
  const decoded = readText(file.content);
  if (!decoded) {
    return refuse(pile, file, 'notText', {
      code: 'notText',
      severity: 'error',
      message: 'Bytes that no text has → UTF-8; the file is kept but was not read.',
      suggestion: 'Save the file as UTF-8 text.',
    });
  }
  if (decoded.text.trim() === '') {
    return refuse(pile, file, 'empty', {
      code: 'emptyFile',
      severity: 'info',
      message: 'An empty file → a record; it was passed over.',
      suggestion: 'Nothing to do.',
    });
  }
  const drafts = readDrafts(file, name, decoded.text, hints);
  if (!drafts) return setAside(pile, file, 'configuration');
  if (drafts.length > 1 && !hasRoom(pile, file, drafts.length)) {
    return refuse(pile, file, 'tooLarge', {
      code: 'tooManyRecords',
      severity: 'error',
      message: `${drafts.length} records in a file of ${megabytes(file.content.length)} MB → at most ${RECORD_LIMIT.fileRecords} in one, and in all such files ${megabytes(RECORD_LIMIT.sharedBytes)} MB when each record keeps its file; the file is kept but was not read.`,
      suggestion: 'Split the file, best into one for each record.',
    });
  }
  for (const draft of drafts) draft.notes.unshift(...decoded.notes);
  return drafts;
}

function readDrafts(
  file: RecordFile,
  name: RecordDraft['name'],
  text: string,
  hints: FolderHints,
): RecordDraft[] | null {
  if (name.extension === 'json') return readJson(file.path, name, text);
  if (name.extension === 'rst') return [readRestructured(file.path, name, text)];
  if (name.extension === 'adoc' || name.extension === 'asciidoc') return [readAsciiDoc(file.path, name, text)];
  return [readMarkdown(file.path, name, text, { isLog4brains: hints.isLog4brains(file.path) })];
}

const isMarked = ({ name, hasEvidence }: RecordDraft): boolean =>
  name.number !== null || name.date !== null || hasEvidence;

/** Templates by their heading, and pages of a folder where nothing looks like a record, are no records. */
function sortOut(pile: Pile, hints: FolderHints): Pile['drafts'] {
  const folders = new Set(
    pile.drafts.filter(({ draft }) => isMarked(draft) && !draft.isTemplate).map(({ draft }) => draft.name.folder),
  );
  return pile.drafts.filter(({ draft, file }) => {
    const { name } = draft;
    const isNamed = name.number !== null || name.date !== null;
    if (draft.isTemplate && (!isNamed || name.slug === '')) {
      setAside(pile, file, 'template');
      return false;
    }
    if (folders.size === 0 || folders.has(name.folder) || hints.isNamed(file.path)) return true;
    refuse(pile, file, 'notARecord', {
      code: 'notARecord',
      severity: 'info',
      message: 'No number, status or section of a decision record → a record; the file is kept beside the records.',
      suggestion: 'Import this folder alone if its pages are records.',
    });
    return false;
  });
}

function dateOrders(drafts: Pile['drafts'], options: ReadOptions): FolderDateOrder[] {
  const raws = new Map<string, string[]>();
  for (const { draft } of drafts) {
    const written = draft.texts.get('date')?.text;
    if (written === undefined) continue;
    const list = raws.get(draft.name.folder);
    if (list) list.push(written);
    else raws.set(draft.name.folder, [written]);
  }
  const orders: FolderDateOrder[] = [];
  for (const [folder, texts] of raws) {
    const { evidence, example } = orderOf(texts);
    if (evidence === 'none') continue;
    const inferred = evidence === 'dayFirst' || evidence === 'monthFirst' ? evidence : null;
    const answers = options.dateOrders ?? {};
    const chosen: DayOrder | null = (Object.hasOwn(answers, folder) ? answers[folder] : null) ?? inferred;
    orders.push({ folder, evidence, chosen, example });
  }
  return orders;
}

function noteOrder(order: FolderDateOrder, findings: RecordFinding[]): void {
  if (order.evidence !== 'mixed' || order.chosen !== null) return;
  findings.push({
    path: order.folder,
    line: null,
    code: 'dateOrderMixed',
    severity: 'warning',
    message:
      'Dates with the day first and dates with the month first in one folder → one order; those that fit both have no date yet.',
    suggestion: 'Choose day first or month first for this folder.',
  });
}

/** Two decisions with one number are two decisions: both are kept, and each is told of the other. */
function noteClashes(records: readonly DecisionRecord[]): void {
  const byNumber = new Map<string, DecisionRecord[]>();
  for (const record of records) {
    if (record.number === null) continue;
    const key = `${readFileName(record.path).folder}\u0000${record.number}`;
    const list = byNumber.get(key);
    if (list) list.push(record);
    else byNumber.set(key, [record]);
  }
  for (const list of byNumber.values()) {
    if (list.length < 2) continue;
    for (const record of list) {
      const others = list.filter((other) => other !== record).slice(0, 3);
      record.findings.push({
        path: record.path,
        line: null,
        code: 'numberClash',
        severity: 'warning',
        message: `Number ${record.numberText} stands on ${list.length} files → a number for each; also on ${others.map(({ path }) => path).join(', ')}.`,
        suggestion: 'Both are kept apart. Links that give the number alone cannot be followed.',
      });
    }
  }
}

function withoutDuplicates(files: readonly RecordFile[], pile: Pile): RecordFile[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    if (!seen.has(file.path)) {
      seen.add(file.path);
      return true;
    }
    refuse(pile, file, 'duplicatePath', {
      code: 'duplicatePath',
      severity: 'warning',
      message: 'A second file with this path → a path for each file; the first one was read.',
      suggestion: 'Give the two files different names.',
    });
    return false;
  });
}

/** Names that macOS and Windows take for one: both are kept, and one would write over the other when unpacked there. */
function noteAlike(records: readonly DecisionRecord[]): void {
  const seen = new Map<string, string>();
  for (const { path, findings } of records) {
    const key = path.normalize('NFC').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, path);
    else if (first !== path) {
      findings.push({
        path,
        line: null,
        code: 'pathsAlike',
        severity: 'warning',
        message: `A path that differs from “${first}” by its capitals or the way its letters are composed only → two names; both files are kept.`,
        suggestion: 'Rename one: on macOS and Windows the two are one file.',
      });
    }
  }
}

/**
 * Reads a set of files, in any mixture of formats and folders, to records. Every file ends up as a record or among
 * `others`; nothing is thrown for what a file holds. Relations are resolved within the set.
 */
export function readRecords(files: readonly RecordFile[], options: ReadOptions = {}): RecordSet {
  const pile: Pile = { drafts: [], others: [], findings: [], sharedBytes: 0 };
  const hints = folderHints(files);
  pile.findings.push(...hints.findings);
  for (const file of withoutDuplicates(files, pile)) readOne(file, hints, pile);
  const kept = sortOut(pile, hints);
  const orders = dateOrders(kept, options);
  for (const order of orders) noteOrder(order, pile.findings);
  const orderByFolder = new Map(orders.map(({ folder, chosen }) => [folder, chosen]));
  const records = kept.map(({ draft, file }) =>
    finishRecord(draft, orderByFolder.get(draft.name.folder) ?? null, hashBytes(file.content)),
  );
  records.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  noteClashes(records);
  noteAlike(records);
  resolveRelations(records);
  const findings = [...pile.findings, ...records.flatMap((record) => record.findings)];
  return { records, others: pile.others, findings, dateOrders: orders };
}

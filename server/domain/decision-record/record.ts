import type { DecisionStatus, RelationType } from '@/server/domain/decision/status';
import type { DayOrder, OrderEvidence } from '@/server/domain/importing/parse-date';

/** The way a file is written. `nygard` is plain Michael Nygard, `markdown` any other Markdown record. */
export const recordLayouts = [
  'madr4',
  'madr3',
  'madr2',
  'madr1',
  'adr-tools',
  'nygard',
  'log4brains',
  'docusaurus',
  'jekyll',
  'table',
  'rst',
  'adoc',
  'json-adr',
  'markdown',
] as const;
export type RecordLayout = (typeof recordLayouts)[number];

/** `supersedes` and `amends` also exist read from the other end; `relates` and `conflicts` have no direction. */
export type ReadRelationType = RelationType | 'supersededBy' | 'amendedBy';

export interface RecordRelation {
  type: ReadRelationType;
  /** "Partly superseded by …": the rest of the record still holds. */
  partial: boolean;
  /** What the file says stands at the other end. */
  targetText: string;
  targetPath: string | null;
  targetNumber: number | null;
  /** The path of the record in the same set, null when none, or several, answer to it. */
  resolvedPath: string | null;
  /** Said by the other record only; this file does not mention it. */
  derived: boolean;
}

export type RecordFindingCode =
  // the file
  | 'encodingInvalid'
  | 'encodingGuessed'
  | 'byteOrderMark'
  | 'carriageReturns'
  | 'recordTooLarge'
  | 'tooManyRecords'
  | 'emptyFile'
  | 'notText'
  | 'keptAsText'
  | 'severalDecisions'
  | 'pointerOnly'
  | 'invalidJson'
  | 'duplicatePath'
  | 'pathsAlike'
  | 'notARecord'
  | 'folderMissing'
  // front matter
  | 'frontMatterInvalid'
  | 'frontMatterOpen'
  | 'frontMatterAlias'
  | 'frontMatterTag'
  | 'frontMatterTooLarge'
  | 'duplicateKey'
  | 'textExpected'
  | 'scalarList'
  | 'placeholderValue'
  // what was read
  | 'statusMissing'
  | 'statusImplied'
  | 'statusUnknown'
  | 'statusMapped'
  | 'statusTwice'
  | 'statusSeveral'
  | 'statusPartly'
  | 'statusFromRelation'
  | 'numberClash'
  | 'numberDiffers'
  | 'titleMissing'
  | 'titlePlaceholder'
  | 'titleTwice'
  | 'dateUnreadable'
  | 'dateAmbiguous'
  | 'dateRepaired'
  | 'dateOrderMixed'
  | 'valueUnreadable'
  | 'tableRowOpen'
  | 'tooManyValues'
  // relations
  | 'relationUnresolved'
  | 'relationByNumber'
  | 'relationBySlug'
  | 'relationAmbiguous'
  | 'relationToItself'
  | 'backLinkMissing'
  // writing
  | 'notHeld'
  | 'numberMissing'
  | 'pathChanged';

/** One thing that was dropped, guessed, repaired or refused. `line` counts from 1; null where the file is meant. */
export interface RecordFinding {
  path: string;
  line: number | null;
  code: RecordFindingCode;
  severity: 'error' | 'warning' | 'info';
  /** "found → expected", for a person who knows the file. */
  message: string;
  suggestion: string;
}

/** A value of front matter that is not known here, kept as it was read: everything is text. */
export type ExtraValue = string | ExtraValue[] | { [key: string]: ExtraValue };

/** What a record says, apart from where it lies and how it is written. */
export interface RecordContent {
  number: number | null;
  /** The number as written, such as `0012`; empty when there is none. */
  numberText: string;
  title: string;
  status: DecisionStatus;
  /** The status as the file words it; empty when it has none. */
  rawStatus: string;
  /** `YYYY-MM-DD`, null when there is none or it cannot be told; then `rawDate` has what is written. */
  date: string | null;
  rawDate: string;
  deciders: string[];
  consulted: string[];
  informed: string[];
  tags: string[];
  productSentence: string;
  /** `YYYY-MM-DD` or null. */
  revisitOn: string | null;
  revisitCondition: string;
  /** `YYYY-MM-DD` or null. */
  expiresOn: string | null;
  /** Keys of `decisionTriggers`, or whatever else is written there. */
  triggers: string[];
  /** A key of `implementationStates`, or empty. */
  implementation: string;
  services: string[];
  /** Markdown with line feeds, without front matter, first heading, metadata lines and plain status section. */
  body: string;
  extra: { [key: string]: ExtraValue };
}

/** One record as read from a file. `path` tells records apart; in a file of several it ends in `#` and the number. */
export interface DecisionRecord extends RecordContent {
  path: string;
  layout: RecordLayout;
  relations: RecordRelation[];
  /** Of the file's bytes: equal hashes mean an unchanged file. */
  hash: string;
  findings: RecordFinding[];
}

export interface RecordFile {
  path: string;
  content: Uint8Array;
}

export type OtherReason =
  | 'readme'
  | 'index'
  | 'template'
  | 'configuration'
  | 'image'
  | 'document'
  | 'outside'
  | 'tooLarge'
  | 'empty'
  | 'notText'
  | 'notARecord'
  | 'duplicatePath';

/** A file that is no record. It is kept, and given back byte for byte. */
export interface OtherFile extends RecordFile {
  reason: OtherReason;
  /** The reason in words. */
  message: string;
}

/** What the numeric dates of one folder say about their order; `example` is a date that can be read two ways. */
export interface FolderDateOrder {
  folder: string;
  evidence: OrderEvidence;
  chosen: DayOrder | null;
  example: string;
}

export interface RecordSet {
  /** In the order of their paths. */
  records: DecisionRecord[];
  others: OtherFile[];
  /** Of the set, and of every record; each record has its own as well. */
  findings: RecordFinding[];
  dateOrders: FolderDateOrder[];
}

export interface ReadOptions {
  /** Answers for folders whose dates can be read two ways, by folder (`''` is the top). */
  dateOrders?: Readonly<Record<string, DayOrder>>;
}

export const RECORD_LIMIT = {
  recordBytes: 1024 * 1024,
  frontMatterCharacters: 64 * 1024,
  /** A longer line is prose: it is not searched for metadata or relations. */
  lineCharacters: 4_000,
  /** Records of one file, and bytes of all that such files hold: every record keeps the whole of its file. */
  fileRecords: 1_000,
  sharedBytes: 256 * 1024 * 1024,
  relations: 200,
  values: 200,
  /** Findings of one record; the last one says how many more there are. */
  findings: 200,
} as const;

/** A relation to write: `targetId` is the `id` of another record of the same export, null for text alone. */
export interface ExportRelation {
  type: ReadRelationType;
  partial: boolean;
  targetId: string | null;
  targetText: string;
}

/** A record to write. `path` is where it came from, null when it was begun here. */
export interface ExportRecord extends RecordContent {
  id: string;
  path: string | null;
  layout: RecordLayout;
  relations: ExportRelation[];
  /** The file it came from, byte for byte. */
  original: Uint8Array | null;
  /** Nothing that the file says was changed here since. */
  untouched: boolean;
}

export const writeLayouts = ['original', 'madr4', 'adr-tools', 'log4brains', 'json-adr'] as const;
export type WriteLayout = (typeof writeLayouts)[number];

export interface WrittenSet {
  files: RecordFile[];
  /** The path of each record's file, by its id. */
  paths: Map<string, string>;
  findings: RecordFinding[];
}

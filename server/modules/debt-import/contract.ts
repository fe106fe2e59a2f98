import { z } from 'zod';
import { id, workspaceSlug } from '@/server/domain/field/text';
import { columnChoiceSchema, importFieldSchema } from '@/server/domain/importing/import-field';
import { plannedCreate, plannedRow, plannedUpdate, takenBack } from '@/server/modules/imported-debt/contract';

const inWorkspace = { workspace: workspaceSlug };
const severity = z.enum(['error', 'warning', 'info']);

/** How to read the file: a column's name to the field it becomes, or null to keep it aside; an IANA time zone. */
export const importOptions = z.strictObject({
  format: z.enum(['auto', 'csv', 'jira'], 'auto, csv or jira').default('auto'),
  mapping: columnChoiceSchema.default({}),
  timeZone: z.string().max(60).nullable().default(null),
});
export type ImportOptions = z.output<typeof importOptions>;

const reading = { ...inWorkspace, id, ...importOptions.shape };

export const finding = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  severity,
  message: z.string(),
  suggestion: z.string(),
});
export type Finding = z.infer<typeof finding>;

export const findingGroup = z.object({
  code: z.string(),
  severity,
  section: z.enum(['error', 'skipped', 'warning', 'info']),
  column: z.string().nullable(),
  rows: z.array(z.number()),
  count: z.number(),
  message: z.string(),
  suggestion: z.string(),
});

export const columnMapping = z.object({
  column: z.string(),
  positions: z.array(z.number()),
  samples: z.array(z.string()),
  filled: z.number(),
  empty: z.boolean(),
  field: importFieldSchema.nullable(),
  certainty: z.enum(['unmapped', 'guess', 'needsZone', 'partlyKnown', 'certain', 'kept', 'empty']),
  note: z.string().nullable(),
  known: z.object({ known: z.number(), of: z.number(), unknown: z.array(z.string()) }).nullable(),
});

const counts = {
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
};

/** What an import would do. Nothing is written by asking. Lists are cut at 100; the counts are true. */
export const importPreview = z.object({
  id,
  fileName: z.string(),
  byteLength: z.number(),
  format: z.enum(['csv', 'jira']),
  dialect: z.enum(['cloud', 'server', 'dataPipeline', 'paydown']).nullable(),
  projectKeys: z.array(z.string()),
  encoding: z.string(),
  columnCount: z.number(),
  ...counts,
  createdClosed: z.number(),
  blocked: z.boolean(),
  findingGroups: z.array(findingGroup),
  findingCounts: z.object({ error: z.number(), warning: z.number(), info: z.number() }),
  mapping: z.array(columnMapping),
  /** A time of the file that names no zone, and the instant it means in the zone asked for. */
  zoneExample: z.object({ column: z.string(), text: z.string(), instant: z.string() }).nullable(),
  keyRange: z.object({ first: z.string(), last: z.string() }).nullable(),
  creates: z.array(plannedCreate),
  updates: z.array(plannedUpdate),
  same: z.array(plannedRow),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What an import did, and what it would have said in its preview. The shape of the REST answer. */
export const importResult = z.object({
  format: z.enum(['csv', 'jira']),
  ...counts,
  findings: z.array(finding),
  unmappedColumns: z.array(z.string()),
});
export type ImportResult = z.infer<typeof importResult>;

export const importStatus = z.object({
  id,
  fileName: z.string(),
  status: z.enum(['uploaded', 'running', 'done', 'failed', 'undone']),
  rowsDone: z.number(),
  rowsTotal: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  error: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  /** What an undo took back and what it kept, for an import that was undone. */
  undone: takenBack.nullable(),
});
export type ImportStatus = z.infer<typeof importStatus>;

const formToObject = (value: unknown) => (value instanceof FormData ? Object.fromEntries(value) : value);

export const debtImportContract = {
  /** A form with `workspace` and `file`. The file is kept byte for byte; nothing is imported yet. */
  upload: {
    input: z.preprocess(
      formToObject,
      z.strictObject({ ...inWorkspace, file: z.instanceof(File, { error: 'a file' }) }),
    ),
    output: z.object({ id }),
  },
  /** Remembers the mapping and the zone with the file, so that the page can be left; writes nothing to the backlog. */
  preview: { input: z.strictObject(reading), output: importPreview },
  /** The first 1,000 findings of a file, errors first, for a spreadsheet; `total` is the true number. */
  findings: { input: z.strictObject(reading), output: z.object({ findings: z.array(finding), total: z.number() }) },
  run: { input: z.strictObject(reading), output: importStatus },
  status: { input: z.strictObject({ ...inWorkspace, id }), output: importStatus.extend({ options: importOptions }) },
  list: { input: z.strictObject(inWorkspace), output: z.array(importStatus) },
  undo: {
    input: z.strictObject({ ...inWorkspace, id }),
    output: takenBack,
  },
};

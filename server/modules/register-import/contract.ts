import { z } from 'zod';
import { decisionStatuses } from '@/server/domain/decision/status';
import { id, slug, workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };

export const recordFinding = z.object({
  path: z.string(),
  line: z.number().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  suggestion: z.string(),
});
export type RecordFinding = z.infer<typeof recordFinding>;

/** Which of two orders `05/02/2018` has, per folder that has such dates; null where it could not be told. */
export const dateOrder = z.enum(['dayFirst', 'monthFirst']);
export const registerImportOptions = z.strictObject({
  /** Answers to ambiguous dates, by folder. */
  dateOrders: z.record(z.string().max(300), dateOrder).default({}),
});
export type RegisterImportOptions = z.output<typeof registerImportOptions>;

export const plannedRecord = z.object({
  path: z.string(),
  action: z.enum(['create', 'update', 'unchanged', 'keep']),
  /** For `keep`: it was edited here and did not change outside, or why it is left alone. */
  note: z.string(),
  layout: z.string(),
  number: z.number().nullable(),
  title: z.string(),
  status: z.enum(decisionStatuses),
  rawStatus: z.string(),
  date: z.string().nullable(),
  rawDate: z.string(),
  relations: z.array(z.object({ type: z.string(), target: z.string(), partial: z.boolean(), isResolved: z.boolean() })),
  /** For an update: the fields whose value outside differs from what was read last time. */
  changed: z.array(z.string()),
  findings: z.array(recordFinding),
});
export type PlannedRecord = z.infer<typeof plannedRecord>;

const counts = { created: z.number(), updated: z.number(), unchanged: z.number(), kept: z.number() };

/** What an import would do, or did. Nothing is written by asking. */
export const registerImportPreview = z.object({
  id,
  name: z.string(),
  register: z.object({ slug: z.string(), name: z.string() }),
  byteLength: z.number(),
  files: z.number(),
  ...counts,
  statusCounts: z.partialRecord(z.enum(decisionStatuses), z.number()),
  layouts: z.array(z.object({ layout: z.string(), count: z.number() })),
  records: z.array(plannedRecord),
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  findings: z.array(recordFinding),
  findingCounts: z.object({ error: z.number(), warning: z.number(), info: z.number() }),
  /** Folders whose dates can be read two ways, with an example. */
  ambiguousDates: z.array(z.object({ folder: z.string(), example: z.string(), chosen: dateOrder.nullable() })),
});
export type RegisterImportPreview = z.infer<typeof registerImportPreview>;

export const registerImportStatus = z.object({
  id,
  name: z.string(),
  register: z.string(),
  status: z.enum(['uploaded', 'running', 'done', 'failed', 'undone']),
  filesDone: z.number(),
  filesTotal: z.number(),
  ...counts,
  /** Of what was written: records whose status could not be told. */
  unknown: z.number(),
  error: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});

const formToObject = (value: unknown) => {
  if (!(value instanceof FormData)) return value;
  const { workspace, register } = Object.fromEntries(value);
  return { workspace, register, files: value.getAll('files'), paths: value.getAll('paths') };
};

export const registerImportContract = {
  /** A form with `workspace`, `register`, `files` (one zip, or single files) and `paths`, one for each file. */
  upload: {
    input: z.preprocess(
      formToObject,
      z.strictObject({
        ...inWorkspace,
        register: slug,
        files: z
          .array(z.instanceof(File, { error: 'a file' }))
          .min(1, 'at least one file')
          .max(5000),
        paths: z.array(z.string().max(500)).max(5000).default([]),
      }),
    ),
    output: z.object({ id }),
  },
  preview: {
    input: z.strictObject({ ...inWorkspace, id, ...registerImportOptions.shape }),
    output: registerImportPreview,
  },
  run: { input: z.strictObject({ ...inWorkspace, id, ...registerImportOptions.shape }), output: registerImportStatus },
  status: { input: z.strictObject({ ...inWorkspace, id }), output: registerImportStatus },
  list: { input: z.strictObject({ ...inWorkspace, register: slug.optional() }), output: z.array(registerImportStatus) },
};

/** What the API answers: what was done, or with `dryRun=true` what would be. */
export const importedRecords = z.object({
  records: z.array(
    z.object({
      path: z.string(),
      action: z.enum(['create', 'update', 'unchanged']),
      number: z.number().nullable(),
      title: z.string(),
      status: z.enum(decisionStatuses),
      rawStatus: z.string(),
      date: z.string().nullable(),
      relations: z.array(z.object({ type: z.string(), target: z.string() })),
      findings: z.array(recordFinding),
    }),
  ),
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  findings: z.array(recordFinding),
});
export type ImportedRecords = z.infer<typeof importedRecords>;
export type RegisterImportStatus = z.infer<typeof registerImportStatus>;

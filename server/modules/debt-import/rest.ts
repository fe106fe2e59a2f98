import { z } from 'zod';
import { columnChoiceSchema } from '@/server/domain/importing/import-field';
import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import { AppError, invalid } from '@/server/platform/errors';
import { mediaTypeOf, parseJson } from '@/server/rest/body';
import { type BodySpec, jsonReply, type Operation, operation } from '@/server/rest/operation';
import { flag } from '@/server/rest/query';
import { importOptions, importResult } from './contract';
import { importFile } from './service';

type NamedFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

const multipartOverheadBytes = 65_536;
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))], {
  error: 'a text, a number, true, false, null or a list of texts',
});
const rows = z
  .array(z.record(z.string().max(200), cell), { error: 'a list of objects, one for each debt' })
  .min(1, 'at least one debt')
  .max(IMPORT_LIMIT.rows, `at most ${IMPORT_LIMIT.rows} debts`);

function quoted(value: z.output<typeof cell> | undefined): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

/** Objects as the CSV they would be exported as, so that both forms are read by the same rules. */
function csvOf(records: z.output<typeof rows>): Uint8Array<ArrayBuffer> {
  const header = [...new Set(records.flatMap((record) => Object.keys(record)))];
  // Names that differ in every object would make a table of their square, far larger than the body was.
  if (header.length > IMPORT_LIMIT.columns || header.length * records.length > IMPORT_LIMIT.bytes) {
    const userMessage = `The objects have ${header.length} different names of fields; at most ${IMPORT_LIMIT.columns}, and ${IMPORT_LIMIT.bytes} cells in all, are read.`;
    throw new AppError('tooLarge', { userMessage });
  }
  const cellOf = (record: z.output<typeof rows>[number], name: string) =>
    quoted(Object.hasOwn(record, name) ? record[name] : null);
  const lines = records.map((record) => header.map((name) => cellOf(record, name)).join(','));
  return new TextEncoder().encode([header.map(quoted).join(','), ...lines].join('\r\n'));
}

async function multipartFile(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<NamedFile> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'content-type': headers.get('content-type') ?? '' } }).formData();
  } catch (cause) {
    const message = 'is not multipart/form-data as its boundary says';
    throw new AppError('invalid', { userMessage: `body: ${message}.`, fields: [{ path: 'body', message }], cause });
  }
  const names = [...form.keys()];
  const unknown = names.find((name) => name !== 'file');
  if (unknown !== undefined) throw invalid(unknown.slice(0, 60), 'is not a known part; send one part named file.');
  const [file, second] = form.getAll('file');
  if (!(file instanceof File) || second !== undefined)
    throw invalid('file', `send one file in the part named file, not ${names.length}.`);
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function fileOf(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<NamedFile> | NamedFile {
  const mediaType = mediaTypeOf(headers);
  if (mediaType === 'multipart/form-data') return multipartFile(bytes, headers);
  if (mediaType === 'application/json') return { name: 'debts.json', bytes: csvOf(rows.parse(parseJson(bytes))) };
  return { name: 'debts.csv', bytes };
}

const importBody: BodySpec<NamedFile> = {
  mediaTypes: ['text/csv', 'application/json', 'multipart/form-data'],
  limitBytes: IMPORT_LIMIT.bytes + multipartOverheadBytes,
  required: true,
  decode: fileOf,
  content: {
    'text/csv': {
      schema: z.string(),
      example: 'Title,Impact,Likelihood,Velocity tax,Remediation cost\nRetry storm,5,4,4,4\n',
    },
    'application/json': {
      schema: rows,
      example: [{ Title: 'Retry storm', Impact: 5, Likelihood: 4, 'Velocity tax': 4, 'Remediation cost': 4 }],
    },
    'multipart/form-data': {
      schema: z.object({ file: z.string().meta({ format: 'binary', description: 'The file.' }) }),
    },
  },
};

function mappingOf(text: string | undefined): z.output<typeof columnChoiceSchema> {
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = 'must be a JSON object of column names and the fields they become, such as {"Prio":"impact"}';
    throw new AppError('invalid', {
      userMessage: `mapping: ${message}.`,
      fields: [{ path: 'mapping', message }],
      cause,
    });
  }
  return z.object({ mapping: columnChoiceSchema }).parse({ mapping: value }).mapping;
}

const query = z.strictObject({
  format: importOptions.shape.format.meta({ description: 'How to read the file; auto recognises it.' }),
  dryRun: flag.optional().meta({ description: 'true: answer what would be done, and do nothing.', type: 'boolean' }),
  mapping: z
    .string()
    .max(20_000, 'at most 20000 characters')
    .optional()
    .meta({
      description: 'A JSON object of column names and the fields they become, or null to keep a column aside.',
      examples: ['{"Prio":"impact"}'],
    }),
  timeZone: z
    .string()
    .max(60, 'at most 60 characters')
    .optional()
    .meta({ description: 'The IANA time zone of instants without one.', examples: ['Europe/Berlin'] }),
});

export const debtImportOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/debts/import',
    operationId: 'importDebts',
    tag: 'Debts',
    summary: 'Import debts from a file',
    description:
      'All of the file or nothing. Rows whose source key is known update the debt they made before. Up to 20 MB and 50,000 rows. Everything dropped, guessed or repaired is a finding.',
    permission: 'debt:import',
    query,
    body: importBody,
    reply: jsonReply(200, importResult.meta({ id: 'ImportResult' }), {
      description: 'What was done, or with `dryRun=true` what would be.',
      example: {
        format: 'csv',
        rows: 1,
        created: 1,
        updated: 0,
        unchanged: 0,
        skipped: 0,
        findings: [],
        unmappedColumns: [],
      },
    }),
    run: async ({ scope, query: asked, body }) => {
      const { format, dryRun = false, timeZone = null } = asked;
      const options = { format, mapping: mappingOf(asked.mapping), timeZone, dryRun };
      return { body: await importFile(scope, body, options) };
    },
  }),
];

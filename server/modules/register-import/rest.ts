import { z } from 'zod';
import { ARCHIVE_LIMIT } from '@/server/domain/decision-record/archive-limit';
import { slug } from '@/server/domain/field/text';
import { invalid } from '@/server/platform/errors';
import { mediaTypeOf, parseJson } from '@/server/rest/body';
import { type BodySpec, jsonReply, type Operation, operation } from '@/server/rest/operation';
import { flag } from '@/server/rest/query';
import { importedRecords } from './contract';
import { checkAmount, type NamedArchive, packFiles } from './render/coming-archive';
import { importFiles } from './service';

const filesBody = z.strictObject({
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1, 'must not be empty').meta({ description: 'With slashes, down from the top.' }),
        content: z.string().meta({ description: 'The text of the file.' }),
      }),
    )
    .min(1, 'at least one file')
    .max(ARCHIVE_LIMIT.entries, `at most ${ARCHIVE_LIMIT.entries} files`),
});

function archiveOf(bytes: Uint8Array<ArrayBuffer>, headers: Headers): NamedArchive {
  if (mediaTypeOf(headers) === 'application/zip') {
    if (bytes.length === 0) throw invalid('body', 'is empty; send a zip archive.');
    return { name: 'upload.zip', bytes };
  }
  const { files } = filesBody.parse(parseJson(bytes));
  const encoder = new TextEncoder();
  const read = files.map(({ path, content }) => ({ path, content: encoder.encode(content) }));
  checkAmount(
    read.length,
    read.reduce((sum, { content }) => sum + content.length, 0),
  );
  return { name: files.length === 1 ? (files[0]?.path ?? 'upload') : `${files.length} files`, bytes: packFiles(read) };
}

const importBody: BodySpec<NamedArchive> = {
  mediaTypes: ['application/zip', 'application/json'],
  limitBytes: ARCHIVE_LIMIT.bytes,
  required: true,
  decode: archiveOf,
  content: {
    'application/zip': {
      schema: z.string().meta({ format: 'binary', description: 'Up to 20 MB, 5,000 files and 100 MB unpacked.' }),
    },
    'application/json': {
      schema: filesBody,
      example: { files: [{ path: 'docs/decisions/0001-use-postgres.md', content: '# Use Postgres\n' }] },
    },
  },
};

export const registerImportOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/registers/{slug}/import',
    operationId: 'importDecisions',
    tag: 'Decisions',
    summary: 'Import decision records from files',
    description:
      'All of the files or nothing. adr-tools, MADR, log4brains, Nygard, front matter, tables, reStructuredText, AsciiDoc and JSON-ADR are recognised. A record is known again by its path, then by its bytes; what was edited here and not outside is kept. Everything dropped, guessed or repaired is a finding.',
    permission: 'decision:import',
    params: z.object({ slug }),
    query: z.strictObject({
      dryRun: flag
        .optional()
        .meta({ description: 'true: answer what would be done, and do nothing.', type: 'boolean' }),
    }),
    body: importBody,
    reply: jsonReply(200, importedRecords.meta({ id: 'ImportedRecords' }), {
      description: 'What was done, or with `dryRun=true` what would be. `skipped` files are kept, but are no records.',
      example: {
        records: [
          {
            path: 'docs/decisions/0001-use-postgres.md',
            action: 'create',
            number: 1,
            title: 'Use Postgres',
            status: 'accepted',
            rawStatus: 'accepted',
            date: '2026-01-12',
            relations: [],
            findings: [],
          },
        ],
        skipped: [],
        findings: [],
      },
    }),
    run: async ({ scope, params, query, body }) => ({
      body: await importFiles(scope, params.slug, body, { dryRun: query.dryRun ?? false }),
    }),
  }),
];

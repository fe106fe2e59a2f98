import { z } from 'zod';
import { slug } from '@/server/domain/field/text';
import { fileReply, type Operation, operation } from '@/server/rest/operation';
import { exportLayout } from './contract';
import { exportRegister } from './service';

export const registerExportOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/registers/{slug}/export',
    operationId: 'exportDecisions',
    tag: 'Decisions',
    summary: 'Download the records of a register as files',
    description:
      'A zip archive. `original`: what was imported and not changed here comes back byte for byte, other records in the layout that most have. What a layout cannot hold is told in `export-notes.txt`. `site`: static HTML pages that need no server.',
    permission: 'decision:export',
    params: z.object({ slug }),
    query: z.strictObject({
      layout: exportLayout
        .default('original')
        .meta({ description: 'original, madr4, adr-tools, log4brains, json-adr or site.' }),
    }),
    reply: fileReply('The archive.', {
      'application/zip': { schema: z.string().meta({ format: 'binary', description: 'A zip archive.' }) },
    }),
    run: async ({ scope, params, query }) => {
      const { fileName, body } = await exportRegister(scope, params.slug, query.layout);
      return { file: body, contentType: 'application/zip', fileName };
    },
  }),
];

import { z } from 'zod';
import { exportFormats } from '@/server/modules/backlog/contract';
import { filterQuery, sortQuery } from '@/server/rest/backlog-query';
import { fileReply, type Operation, operation } from '@/server/rest/operation';
import { exportBacklog } from './service';

const bytes = (description: string) => z.string().meta({ format: 'binary', description });

export const backlogExportOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/debts/export',
    operationId: 'exportDebts',
    tag: 'Debts',
    summary: 'Download debts as a file',
    description: 'All that the filters leave, in the order of `sort`. Cells that a spreadsheet would run are guarded.',
    permission: 'debt:export',
    query: z.strictObject({
      format: z
        .enum(exportFormats, { error: `one of ${exportFormats.join(', ')}` })
        .meta({ description: 'csv, xlsx, json, or md: a document that a meeting can read.' }),
      sort: sortQuery,
      ...filterQuery,
    }),
    reply: fileReply('The file.', {
      'text/csv': { schema: bytes('RFC 4180, UTF-8 with a byte order mark.') },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: bytes('A workbook.') },
      'application/json': {
        schema: z.looseObject({
          format: z.literal('paydown.debts'),
          version: z.int(),
          debts: z.array(z.looseObject({})),
        }),
        example: { format: 'paydown.debts', version: 1, workspace: 'Northwind', count: 0, debts: [] },
      },
      'text/markdown': { schema: bytes('Ranked table, severity floor, method.') },
    }),
    run: async ({ scope, query }) => {
      const { format, sort = '-score', ...filters } = query;
      const file = await exportBacklog(scope, { filters, sort, format });
      return { file: file.body, contentType: file.mediaType, fileName: file.fileName };
    },
  }),
];

import { z } from 'zod';
import { filterQuery, sortQuery } from '@/server/rest/backlog-query';
import { debtLine, lineExample, presentLine } from '@/server/rest/debt-json';
import { jsonReply, type Operation, operation } from '@/server/rest/operation';
import { listOf, pageQuery } from '@/server/rest/query';
import type { RankedRow } from './contract';
import { listBacklog } from './service';

const tag = 'Debts';

const ranked = debtLine
  .extend({
    rank: z
      .int()
      .nullable()
      .meta({ description: 'Its place among the scored debts of the list, best first; 1 + those strictly above.' }),
    tied: z.boolean().meta({ description: 'True when others have the same score.' }),
  })
  .meta({ id: 'DebtLine' });

function present(row: RankedRow): z.input<typeof ranked> {
  return { ...presentLine(row), rank: row.rank, tied: row.tied };
}

export const backlogOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/debts',
    operationId: 'listDebts',
    tag,
    summary: 'List debts',
    permission: 'debt:read',
    query: z.strictObject({ ...pageQuery, sort: sortQuery, ...filterQuery }),
    reply: jsonReply(200, listOf(ranked).meta({ id: 'DebtList' }), {
      description: 'One page of the backlog, highest score first unless `sort` says otherwise.',
      example: { data: [{ ...lineExample, rank: 1, tied: false }], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const { limit = 50, cursor, sort: order = '-score', ...narrowed } = query;
      const page = await listBacklog(scope, { workspace: scope.slug, limit, cursor, sort: order, filters: narrowed });
      return { body: { data: page.data.map(present), nextCursor: page.nextCursor, total: page.total } };
    },
  }),
];

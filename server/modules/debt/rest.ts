import { z } from 'zod';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { AppError } from '@/server/platform/errors';
import {
  debtExample,
  presentReadable,
  presentReadableScore,
  readableDebt,
  readableScore,
  scoreExample,
} from '@/server/rest/debt-json';
import { provenVersion } from '@/server/rest/etag';
import { emptyReply, jsonBody, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import { type DebtRecord, debtContract, debtKey } from './contract';
import { createDebt, deleteDebt, getDebt, listScores, restoreDebt, updateDebt } from './service';

const tag = 'Debts';
const params = z.object({ key: debtKey.meta({ description: 'The key of the debt.', examples: ['TD-12'] }) });

const record = (debt: DebtRecord) => ({ body: presentReadable(debt), version: debt.version });

/** Screens show a deleted debt as the tombstone it left; here it is not found until it is restored. */
async function liveDebt(scope: Parameters<typeof getDebt>[0], key: string): Promise<DebtRecord> {
  const debt = await getDebt(scope, key);
  if (!debt.deletedAt) return debt;
  throw new AppError('notFound', {
    userMessage: `Debt ${debt.key} was deleted on ${dayText(dateToDay(debt.deletedAt))} and can be restored.`,
  });
}

const creatable = debtContract.create.input.omit({ workspace: true }).meta({ id: 'NewDebt' });
const changeable = debtContract.update.input
  .omit({ workspace: true, key: true, version: true })
  .meta({ id: 'DebtChange' });

export const debtOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/debts',
    operationId: 'createDebt',
    tag,
    summary: 'Write a debt down',
    description: 'It receives the next key. It is scored when all four factors are answered, unscored otherwise.',
    permission: 'debt:write',
    body: jsonBody(creatable, {
      title: 'Retry storm when the tax API times out',
      impact: 5,
      likelihood: 4,
      velocityTax: 4,
      remediationCost: 4,
      effortDays: 4.5,
      services: ['checkout'],
    }),
    reply: jsonReply(201, readableDebt, {
      description: 'The debt as it was saved.',
      example: debtExample,
      versioned: true,
    }),
    run: async ({ scope, body }) => {
      const debt = await createDebt(scope, { ...body, workspace: scope.slug });
      return { ...record(debt), location: `/workspaces/${scope.slug}/debts/${debt.key}` };
    },
  }),
  operation({
    method: 'get',
    path: '/debts/{key}',
    operationId: 'getDebt',
    tag,
    summary: 'Read a debt',
    permission: 'debt:read',
    params,
    reply: jsonReply(200, readableDebt, { description: 'The debt.', example: debtExample, versioned: true }),
    run: async ({ scope, params: { key } }) => record(await liveDebt(scope, key)),
  }),
  operation({
    method: 'patch',
    path: '/debts/{key}',
    operationId: 'updateDebt',
    tag,
    summary: 'Change a debt',
    description:
      'Absent fields stay as they are, null empties. A change to a factor of a scored debt needs `reason`; so do some changes of state. Send If-Match to be sure nobody saved in between.',
    permission: 'debt:write',
    params,
    body: patchBody(changeable, { remediationCost: 2, reason: 'The library has to be replaced first.' }),
    reply: jsonReply(200, readableDebt, {
      description: 'The debt as it is now.',
      example: debtExample,
      versioned: true,
    }),
    problems: ['conflict', 'stale'],
    run: async ({ scope, params: { key }, body, ifMatch }) => {
      const version = provenVersion(ifMatch, (await liveDebt(scope, key)).version);
      return record(
        await updateDebt(scope, { ...body, workspace: scope.slug, key, ...(version === undefined ? {} : { version }) }),
      );
    },
  }),
  operation({
    method: 'delete',
    path: '/debts/{key}',
    operationId: 'deleteDebt',
    tag,
    summary: 'Delete a debt',
    description: 'It leaves a tombstone under its key and can be restored.',
    permission: 'debt:write',
    params,
    reply: emptyReply('It is deleted.'),
    problems: ['stale'],
    run: async ({ scope, params: { key }, ifMatch }) => {
      const version = provenVersion(ifMatch, (await liveDebt(scope, key)).version);
      await deleteDebt(scope, { key, version });
    },
  }),
  operation({
    method: 'post',
    path: '/debts/{key}/restore',
    operationId: 'restoreDebt',
    tag,
    summary: 'Restore a deleted debt',
    permission: 'debt:write',
    params,
    reply: jsonReply(200, readableDebt, {
      description: 'The debt, back as it was.',
      example: debtExample,
      versioned: true,
    }),
    run: async ({ scope, params: { key } }) => record(await restoreDebt(scope, { key })),
  }),
  operation({
    method: 'get',
    path: '/debts/{key}/scores',
    operationId: 'listScores',
    tag,
    summary: 'List the scores a debt has had',
    permission: 'debt:read',
    params,
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(readableScore).meta({ id: 'ScoreList' }), {
      description: 'Newest first.',
      example: { data: [scoreExample], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, params: { key }, query }) => {
      const debt = await liveDebt(scope, key);
      const scores = await listScores(scope, debt.key);
      const page = pageOf(scores, { view: `scores ${debt.id}`, idOf: (entry) => entry.id }, query);
      return { body: { ...page, data: page.data.map(presentReadableScore) } };
    },
  }),
];

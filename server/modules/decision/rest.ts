import { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { sortText } from '@/server/domain/field/sort';
import { decisionDocument } from '@/server/modules/decision-document/contract';
import { rewriteDecision, writeDecision } from '@/server/modules/decision-document/service';
import { deleteDecision, restoreDecision } from '@/server/modules/decision-edit/service';
import { decisionFilters, decisionSortFields } from '@/server/modules/decision-list/contract';
import { listDecisions } from '@/server/modules/decision-list/service';
import { getRegister } from '@/server/modules/register/service';
import {
  decisionParams,
  decisionExample as example,
  presentReadableDecision,
  readableDecision,
  replyOf,
} from '@/server/rest/decision-json';
import { provenVersion } from '@/server/rest/etag';
import { emptyReply, jsonBody, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { flag, listOf, pageQuery } from '@/server/rest/query';
import type { DecisionRecord } from './contract';
import { getDecisionOf, getLiveDecision, readDecisions } from './service';

const tag = 'Decisions';
const registerParams = decisionParams.pick({ slug: true });
const address = (scope: WorkspaceScope, of: DecisionRecord) =>
  `/workspaces/${scope.slug}/registers/${of.register.slug}/decisions/${of.id}`;

const filterShape = decisionFilters.shape;
const listQuery = z.strictObject({
  ...pageQuery,
  sort: sortText(decisionSortFields)
    .optional()
    .meta({
      description: `Fields divided by commas, - for highest first: ${decisionSortFields.join(', ')}. The latest change first when absent, the best match first with q.`,
      examples: ['-number'],
    }),
  q: filterShape.q.meta({ description: 'Words of title, product sentence, tags or text; a number; a file name.' }),
  status: filterShape.status.meta({ description: 'Any of these.' }),
  tag: filterShape.tag.meta({ description: 'Any of these.' }),
  service: filterShape.service.meta({ description: 'The keys of services; any of these.' }),
  owner: filterShape.owner.meta({ description: 'The ids of members, or none; any of these.' }),
  age: filterShape.age.meta({ description: 'By the last change of status: under 30 days, up to a year, older.' }),
  due: flag.optional().meta({ description: 'Only what asks to be looked at again.', type: 'boolean' }),
});

export const decisionOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/registers/{slug}/decisions',
    operationId: 'listDecisions',
    tag,
    summary: 'List the decisions of a register',
    permission: 'decision:read',
    params: registerParams,
    query: listQuery,
    reply: jsonReply(200, listOf(readableDecision).meta({ id: 'DecisionList' }), {
      description: 'One page, the latest change of status first unless `sort` says otherwise.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, params: { slug: register }, query }) => {
      const { limit = 50, cursor, sort, due, ...filters } = query;
      await getRegister(scope, register);
      const page = await listDecisions(scope, {
        workspace: scope.slug,
        limit,
        cursor,
        sort,
        filters: { ...filters, register: [register], ...(due && { due }) },
      });
      const records = await readDecisions(
        scope,
        page.data.map((row) => row.id),
      );
      return { body: { ...page, data: records.map(presentReadableDecision) } };
    },
  }),
  operation({
    method: 'post',
    path: '/registers/{slug}/decisions',
    operationId: 'createDecision',
    tag,
    summary: 'Write a decision down',
    description:
      'It begins as a draft, or as proposed, and goes on by its transitions; acceptance gives the number. Without a body it begins with the template of the register.',
    permission: 'decision:write',
    params: registerParams,
    body: jsonBody(decisionDocument.create.meta({ id: 'NewDecision' }), {
      title: 'Keep the order events in Postgres',
      body: '## Context\n\nOrders are written by three services.\n',
      tags: ['storage'],
      services: ['checkout'],
      revisitOn: '2027-03-31',
    }),
    reply: jsonReply(201, readableDecision, { description: 'The decision as it was saved.', example, versioned: true }),
    run: async ({ scope, params: { slug: register }, body }) => {
      const decision = await writeDecision(scope, register, body);
      return { ...replyOf(decision), location: address(scope, decision) };
    },
  }),
  operation({
    method: 'get',
    path: '/registers/{slug}/decisions/{id}',
    operationId: 'getDecision',
    tag,
    summary: 'Read a decision',
    permission: 'decision:read',
    params: decisionParams,
    reply: jsonReply(200, readableDecision, { description: 'The decision.', example, versioned: true }),
    run: async ({ scope, params }) => replyOf(await getLiveDecision(scope, params)),
  }),
  operation({
    method: 'patch',
    path: '/registers/{slug}/decisions/{id}',
    operationId: 'updateDecision',
    tag,
    summary: 'Change a decision',
    description:
      'Absent fields stay as they are, null empties. Changed text of a record that was proposed is a new revision, and approvals of the one before end. Send If-Match to be sure nobody saved in between.',
    permission: 'decision:write',
    params: decisionParams,
    body: patchBody(decisionDocument.update.meta({ id: 'DecisionChange' }), {
      implementation: 'done',
      note: 'The events moved on 3 November.',
    }),
    reply: jsonReply(200, readableDecision, { description: 'The decision as it is now.', example, versioned: true }),
    problems: ['conflict', 'stale'],
    run: async ({ scope, params, body, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getLiveDecision(scope, params)).version);
      return replyOf(await rewriteDecision(scope, params.id, { ...body, version }));
    },
  }),
  operation({
    method: 'delete',
    path: '/registers/{slug}/decisions/{id}',
    operationId: 'deleteDecision',
    tag,
    summary: 'Delete a decision',
    description: 'It leaves a tombstone under its id and can be restored; its number is not given again.',
    permission: 'decision:write',
    params: decisionParams,
    reply: emptyReply('It is deleted.'),
    problems: ['stale'],
    run: async ({ scope, params, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getLiveDecision(scope, params)).version);
      await deleteDecision(scope, { id: params.id, version });
    },
  }),
  operation({
    method: 'post',
    path: '/registers/{slug}/decisions/{id}/restore',
    operationId: 'restoreDecision',
    tag,
    summary: 'Restore a deleted decision',
    permission: 'decision:write',
    params: decisionParams,
    reply: jsonReply(200, readableDecision, { description: 'The decision, back as it was.', example, versioned: true }),
    run: async ({ scope, params }) => {
      const { id: decision } = await getDecisionOf(scope, params);
      return replyOf(await restoreDecision(scope, decision));
    },
  }),
];

import { z } from 'zod';
import { id } from '@/server/domain/field/text';
import { decisionContract as contract } from '@/server/modules/decision/contract';
import { getLiveDecision } from '@/server/modules/decision/service';
import { meetCondition, reaffirmDecision } from '@/server/modules/decision-act/service';
import { succeedDecision } from '@/server/modules/decision-link/service';
import {
  decisionExample as example,
  decisionParams as params,
  readableDecision,
  replyOf,
} from '@/server/rest/decision-json';
import { jsonBody, jsonReply, type Operation, operation } from '@/server/rest/operation';
import { transitionDecision } from './service';

const tag = 'Decisions';
const path = '/registers/{slug}/decisions/{id}';

const { shape } = contract.transition.input;
const replaced = z.strictObject({ target: id, partial: z.boolean().default(false) });
const transition = z
  .strictObject({
    to: shape.to.meta({ description: 'The status it gets.' }),
    reason: shape.reason.meta({ description: 'Why; needed for every step but the plain way forward.' }),
    supersedes: z
      .union([id, replaced, z.array(z.union([id, replaced])).max(20, 'at most 20 records')])
      .optional()
      .meta({ description: 'On acceptance: the ids of the records it replaces, each in whole unless `partial`.' }),
    supersededBy: id.optional().meta({ description: 'Where `to` is superseded: the id of the successor.' }),
  })
  .meta({ id: 'Transition' });

function listed(supersedes: z.output<typeof transition>['supersedes']) {
  if (supersedes === undefined) return undefined;
  const list = Array.isArray(supersedes) ? supersedes : [supersedes];
  return list.map((one) => (typeof one === 'string' ? { target: one, partial: false } : one));
}

const now = { description: 'The decision as it is now.', example, versioned: true };

export const decisionTransitionOperations: Operation[] = [
  operation({
    method: 'post',
    path: `${path}/transitions`,
    operationId: 'transitionDecision',
    tag,
    summary: 'Change the status of a decision',
    description:
      'Along an allowed way only; a refusal is a conflict whose `details.allowed` lists the others. Acceptance gives the next number of the register and needs the approvals that the register asks for.',
    permission: 'decision:write',
    params,
    body: jsonBody(transition, { to: 'accepted', reason: 'Agreed on 2 October.', supersedes: [example.id] }),
    reply: jsonReply(200, readableDecision, now),
    run: async ({ scope, params: at, body }) => {
      await getLiveDecision(scope, at);
      const { supersedes, ...rest } = body;
      const input = { ...rest, workspace: scope.slug, id: at.id, supersedes: listed(supersedes) };
      return replyOf(await transitionDecision(scope, input));
    },
  }),
  operation({
    method: 'post',
    path: `${path}/successors`,
    operationId: 'succeedDecision',
    tag,
    summary: 'Begin the successor of a decision',
    description: 'A draft with the same text, which supersedes the record once it is accepted.',
    permission: 'decision:write',
    params,
    body: jsonBody(contract.succeed.input.omit({ workspace: true, id: true }), { partial: false }),
    reply: jsonReply(201, readableDecision, { description: 'The draft.', example, versioned: true }),
    run: async ({ scope, params: at, body }) => {
      await getLiveDecision(scope, at);
      const draft = await succeedDecision(scope, { ...body, workspace: scope.slug, id: at.id });
      const location = `/workspaces/${scope.slug}/registers/${draft.register.slug}/decisions/${draft.id}`;
      return { ...replyOf(draft), location };
    },
  }),
  operation({
    method: 'post',
    path: `${path}/reaffirmations`,
    operationId: 'reaffirmDecision',
    tag,
    summary: 'Record that a decision still holds',
    description: 'Sets or clears the next date; a condition that was met is open again.',
    permission: 'decision:write',
    params,
    body: jsonBody(contract.reaffirm.input.omit({ workspace: true, id: true }), {
      reason: 'Load is at a third of the limit.',
      revisitOn: '2027-03-31',
    }),
    reply: jsonReply(200, readableDecision, now),
    run: async ({ scope, params: at, body }) => {
      await getLiveDecision(scope, at);
      return replyOf(await reaffirmDecision(scope, { ...body, workspace: scope.slug, id: at.id }));
    },
  }),
  operation({
    method: 'post',
    path: `${path}/condition-met`,
    operationId: 'meetDecisionCondition',
    tag,
    summary: 'Record that the condition to revisit a decision is met',
    permission: 'decision:write',
    params,
    body: jsonBody(contract.conditionMet.input.omit({ workspace: true, id: true }), {
      reason: 'There were 5,400 events a second on 3 November.',
    }),
    reply: jsonReply(200, readableDecision, now),
    run: async ({ scope, params: at, body }) => {
      await getLiveDecision(scope, at);
      return replyOf(await meetCondition(scope, { ...body, workspace: scope.slug, id: at.id }));
    },
  }),
];

import { z } from 'zod';
import { getLiveDecision } from '@/server/modules/decision/service';
import { decisionParams as params } from '@/server/rest/decision-json';
import { instant } from '@/server/rest/instant';
import { jsonReply, type Operation, operation } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery, wholeNumber } from '@/server/rest/query';
import { sectionDifference } from './contract';
import { differRevisions, getRevision, listRevisions } from './service';

const tag = 'Decisions';
const path = '/registers/{slug}/decisions/{id}/revisions';
const anyRevision = wholeNumber(1, 999_999_999);

const lineShape = {
  number: z.int().meta({ examples: [3] }),
  title: z.string(),
  note: z.string().meta({ description: 'What its author said about the change.' }),
  author: z.string().nullable(),
  createdAt: instant,
};
const line = z.object({
  ...lineShape,
  added: z.int().meta({ description: 'Words added since the revision before.' }),
  removed: z.int().meta({ description: 'Words removed since the revision before.' }),
});
const full = z.object({ ...lineShape, productSentence: z.string(), body: z.string() }).meta({ id: 'DecisionRevision' });

const lineExample: z.input<typeof line> = {
  number: 3,
  title: 'Keep the order events in Postgres',
  note: 'The limit is measured now.',
  author: 'Mira Kaur',
  createdAt: '2026-10-01T08:30:00.000Z',
  added: 41,
  removed: 12,
};

export const decisionRevisionOperations: Operation[] = [
  operation({
    method: 'get',
    path,
    operationId: 'listDecisionRevisions',
    tag,
    summary: 'List the revisions of a decision',
    permission: 'decision:read',
    params,
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(line).meta({ id: 'DecisionRevisionList' }), {
      description: 'The newest 200, the newest first.',
      example: { data: [lineExample], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, params: at, query }) => {
      await getLiveDecision(scope, at);
      const revisions = await listRevisions(scope, at.id);
      const page = pageOf(revisions, { view: `revisions ${at.id}`, idOf: ({ number }) => String(number) }, query);
      return { body: { ...page, data: page.data.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) } };
    },
  }),
  operation({
    method: 'get',
    path: `${path}/difference`,
    operationId: 'diffDecisionRevisions',
    tag,
    summary: 'Compare two revisions of a decision',
    permission: 'decision:read',
    params,
    query: z.strictObject({
      from: anyRevision.meta({ description: 'The number of a revision.' }),
      to: anyRevision.meta({ description: 'The number of a revision.' }),
    }),
    reply: jsonReply(200, z.object({ from: z.int(), to: z.int(), sections: z.array(sectionDifference) }), {
      description: 'Word by word, per section, in reading order.',
      example: {
        from: 2,
        to: 3,
        sections: [
          {
            heading: 'Decision',
            level: 2,
            state: 'changed',
            parts: [
              { kind: 'same', text: '## Decision\n\nWe keep events for ' },
              { kind: 'removed', text: '30' },
              { kind: 'added', text: '90' },
              { kind: 'same', text: ' days.\n' },
            ],
          },
        ],
      },
    }),
    run: async ({ scope, params: at, query }) => {
      await getLiveDecision(scope, at);
      return { body: await differRevisions(scope, { ...query, workspace: scope.slug, decision: at.id }) };
    },
  }),
  operation({
    method: 'get',
    path: `${path}/{number}`,
    operationId: 'getDecisionRevision',
    tag,
    summary: 'Read a revision of a decision',
    permission: 'decision:read',
    params: params.extend({ number: anyRevision.meta({ description: 'The number of the revision.', examples: [3] }) }),
    reply: jsonReply(200, full, {
      description: 'The text as it stood after that save.',
      example: {
        number: 3,
        title: lineExample.title,
        note: lineExample.note,
        author: lineExample.author,
        createdAt: lineExample.createdAt,
        productSentence: 'Customers see their order within a second.',
        body: '## Context\n\nOrders are written by three services.\n',
      },
    }),
    run: async ({ scope, params: at }) => {
      await getLiveDecision(scope, at);
      const revision = await getRevision(scope, { workspace: scope.slug, decision: at.id, number: at.number });
      return { body: { ...revision, createdAt: revision.createdAt.toISOString() } };
    },
  }),
];
